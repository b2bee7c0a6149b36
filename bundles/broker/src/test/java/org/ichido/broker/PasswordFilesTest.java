package org.ichido.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordFilesTest {
  private static final RandomGenerator RANDOM = RandomGenerator.of("L64X128MixRandom");
  @TempDir Path home;
  private Path directory;
  private PasswordFiles files;

  @BeforeEach
  void none() {
    directory = home.resolve("passwords");
    files = new PasswordFiles(directory, RANDOM);
  }

  @Test
  void aPasswordIs24RandomBytesInAFileOfItsOwn() throws Exception {
    String password = files.password("CICSA001");

    assertThat(password).matches("[A-Za-z0-9_-]{32}");
    assertThat(directory.resolve("CICSA001")).hasContent(password);
    assertThat(directory).isDirectoryContaining(file -> file.endsWith("CICSA001"));
    assertThat(files.password("CICSB002")).isNotEqualTo(password);
  }

  @Test
  void onlyTheOwnerReads() throws Exception {
    files.password("CICSA001");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
        .isEqualTo("rwx------");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(directory.resolve("CICSA001"))))
        .isEqualTo("rw-------");
  }

  @Test
  void itIsTheSameAfterARestart() throws Exception {
    String password = files.password("CICSA001");

    assertThat(new PasswordFiles(directory, RANDOM).password("CICSA001")).isEqualTo(password);
  }

  @Test
  void anOperatorsOwnPasswordIsTaken() throws Exception {
    files.password("CICSA001");
    Files.writeString(directory.resolve("CICSA001"), "chosen-by-the-operator\n");

    assertThat(files.password("CICSA001")).isEqualTo("chosen-by-the-operator");
  }

  @Test
  void aFileThatOthersReadIsRefusedWithWhatToDo() throws Exception {
    String password = files.password("CICSA001");
    Files.setPosixFilePermissions(
        directory.resolve("CICSA001"), PosixFilePermissions.fromString("rw-r-----"));

    assertThatThrownBy(() -> files.password("CICSA001"))
        .isInstanceOf(CannotRun.class)
        .hasMessageContaining("chmod 600")
        .hasMessageNotContaining(password);
  }

  @Test
  void anEmptyPasswordIsRefused() throws Exception {
    files.password("CICSA001");
    Files.writeString(directory.resolve("CICSA001"), "");

    assertThatThrownBy(() -> files.password("CICSA001"))
        .isInstanceOf(CannotRun.class)
        .hasMessageContaining("CICSA001");
  }

  @Test
  void halfAFileOfABrokenStartIsNoPassword() throws Exception {
    files.password("CICSA001");
    Files.writeString(directory.resolve(".CICSB0021.new"), "half");

    assertThat(files.password("CICSB002")).matches("[A-Za-z0-9_-]{32}");
  }
}
