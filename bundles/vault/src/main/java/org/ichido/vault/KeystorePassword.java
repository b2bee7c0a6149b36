package org.ichido.vault;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.ichido.api.VaultUnavailable;
import org.ichido.spi.OwnerOnlyFile;
import org.ichido.spi.UnusableFile;

/** The file with a keystore's password and nothing else. Thread-safe; keeps nothing in memory. */
final class KeystorePassword {
  private final OwnerOnlyFile file;
  private final OwnerOnlyFile keystore;

  KeystorePassword(OwnerOnlyFile file, OwnerOnlyFile keystore) {
    this.file = file;
    this.keystore = keystore;
  }

  /** Makes a new password, if there is none. */
  void makeIfMissing(RandomGenerator random) throws UnusableFile {
    if (file.missing()) {
      file.createPassword(random);
    }
  }

  /**
   * @return the password, which the caller wipes
   * @throws VaultUnavailable if it is missing, or is no line of visible ASCII characters
   */
  char[] read() throws UnusableFile {
    if (file.missing()) {
      throw new VaultUnavailable(
          "%s, the password of %s, is missing; restore it from backup".formatted(file, keystore));
    }
    byte[] bytes = file.read();
    try {
      int length = bytes.length;
      while (length > 0 && (bytes[length - 1] == '\n' || bytes[length - 1] == '\r')) {
        length--;
      }
      char[] password = new char[length];
      for (int i = 0; i < length; i++) {
        password[i] = visible(bytes[i]);
      }
      if (length == 0) {
        throw noPassword();
      }
      return password;
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private char visible(byte ascii) {
    if (ascii <= ' ' || ascii > '~') {
      throw noPassword();
    }
    return (char) ascii;
  }

  private VaultUnavailable noPassword() {
    return new VaultUnavailable(
        "%s must hold the password of %s, one line of visible ASCII characters, and nothing else;"
                .formatted(file, keystore)
            + " restore it from backup");
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
