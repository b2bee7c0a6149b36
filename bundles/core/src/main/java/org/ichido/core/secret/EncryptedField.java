package org.ichido.core.secret;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.ichido.api.VaultUnavailable;
import org.ichido.spi.SecretVault;

/** A field that was encrypted to our transport key. */
final class EncryptedField {
  private EncryptedField() {}

  /**
   * Opens what came, has its plain text read, and wipes that.
   *
   * @param ciphertext what came
   * @param vault has the key
   * @param reading makes a secret of the plain text, or nothing; keeps no hold of it
   * @return the secret; empty if it does not open, or its plain text is none: nobody is told which
   * @throws VaultUnavailable if there is no key to be had
   */
  static <S> Optional<S> open(
      byte[] ciphertext, SecretVault vault, Function<byte[], Optional<S>> reading) {
    Optional<byte[]> opened = vault.decrypt(ciphertext);
    try {
      return opened.flatMap(reading);
    } finally {
      opened.ifPresent(plain -> Arrays.fill(plain, (byte) 0));
    }
  }
}
