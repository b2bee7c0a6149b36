package org.ichido.spi;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A file that is not there yet, in a directory that is not there yet. */
abstract class OwnerOnlyFileFixture {
  static final String SECRET = "chosen-by-the-operator";

  @TempDir Path home;
  Path path;
  OwnerOnlyFile file;

  @BeforeEach
  void choose() {
    path = home.resolve("etc/secret/password");
    file = new OwnerOnlyFile(path);
  }

  static void assertUnusable(ThrowingCallable call, String words) {
    assertThatThrownBy(call).isInstanceOf(UnusableFile.class).hasMessage(words);
  }

  void put(String text) throws IOException {
    Files.createDirectories(path.getParent());
    Files.write(path, text.getBytes(StandardCharsets.UTF_8));
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
  }

  List<Path> files() {
    try (Stream<Path> all = Files.walk(home)) {
      return all.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
