package org.ichido.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.List;
import org.ichido.spi.SealedSeed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with the two files is told in words, and nothing is overwritten. */
class VaultFilesTest extends VaultFixture {
  /** A crash came between the two files, or an administrator chose the password. */
  @ParameterizedTest
  @ValueSource(strings = {"a-password-of-their-own", "one-with-a-line-end\n", "another\r\n"})
  void aPasswordThatIsThereIsUsedForTheNewKeystore(String text) throws Exception {
    write(password, text.getBytes(StandardCharsets.US_ASCII));
    SealedSeed sealed = seal(started(1));
    assertThat(Files.readString(password)).isEqualTo(text);
    assertThat(KeyStore.getInstance(keystore.toFile(), text.strip().toCharArray()).size())
        .isEqualTo(2);
    assertOpens(vault(2), sealed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "two\nlines", "with a blank", "p\u00e4ssword"})
  void whatIsNoPasswordIsRefusedAndNotRepeated(String text) throws IOException {
    write(password, text.getBytes(StandardCharsets.UTF_8));
    assertUnavailable(
        started(1),
        password
            + " must hold the password of "
            + keystore
            + ", one line of visible ASCII characters, and nothing else; restore it from backup");
    assertThat(files()).containsExactly(password);
  }

  @Test
  void aKeystoreWithoutItsPasswordIsRefusedAndNothingIsMade() throws IOException {
    seal(started(1));
    Files.delete(password);
    assertUnavailable(
        started(2),
        password + ", the password of " + keystore + ", is missing; restore it from backup");
    assertThat(files()).containsExactly(keystore);
  }

  @ParameterizedTest
  @CsvSource({
    "true, rw-r-----",
    "true, rw----r--",
    "true, rw--w----",
    "true, rw-----w-",
    "true, rwx--x---",
    "false, rw-r--r--",
    "false, rw--w----",
    "false, rw------x"
  })
  void aFileThatOthersMayTouchIsRefusedUntilItIsMended(boolean theKeystore, String permissions)
      throws IOException {
    SealedSeed sealed = seal(started(1));
    Path file = theKeystore ? keystore : password;
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    String shown = permissions(file);
    Pkcs12Vault vault = started(2);
    assertUnavailable(
        vault,
        "%s is open to others than its owner (%s) and was not read. Run: chmod 600 %s"
            .formatted(file, shown, file));

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertOpens(vault, sealed);
  }

  @Test
  void aWrongPasswordIsRefusedNothingIsOverwrittenAndItIsNotRepeated() throws IOException {
    seal(started(1));
    byte[] bytes = Files.readAllBytes(keystore);
    Files.writeString(password, "not-the-right-password");
    Pkcs12Vault vault = started(2);
    assertUnavailable(vault, damaged());
    assertThat(Files.readAllBytes(keystore)).isEqualTo(bytes);
    assertThat(Files.readString(password)).isEqualTo("not-the-right-password");
    assertThat(health(vault).toString()).doesNotContain("not-the-right-password");
  }

  @Test
  void aTruncatedKeystoreIsRefusedAndNotOverwritten() throws IOException {
    seal(started(1));
    byte[] whole = Files.readAllBytes(keystore);
    for (int length : List.of(0, 1, 100, whole.length / 2, whole.length - 1)) {
      byte[] part = Arrays.copyOf(whole, length);
      Files.write(keystore, part);
      assertUnavailable(started(2), damaged());
      assertThat(Files.readAllBytes(keystore)).isEqualTo(part);
    }
  }

  @Test
  void aDamagedKeystoreIsRefusedAndNotOverwritten() throws IOException {
    seal(started(1));
    byte[] whole = Files.readAllBytes(keystore);
    for (int position = 40; position < whole.length - 80; position += 97) {
      byte[] damaged = whole.clone();
      damaged[position] ^= 0x10;
      Files.write(keystore, damaged);
      assertUnavailable(started(2), damaged());
      assertThat(Files.readAllBytes(keystore)).isEqualTo(damaged);
    }
  }

  @Test
  void aDirectoryThatCannotBeIsToldInWords() throws IOException {
    Files.createFile(home.resolve("data"));
    assertUnavailable(started(1), "cannot look for " + keystore + ": check its directory");
  }
}
