package org.ichido.core.secret;

import java.util.Optional;
import org.ichido.api.Seed;
import org.ichido.api.VaultUnavailable;
import org.ichido.spi.SecretVault;

/** The seed of a live token on its way to us: base64 of RSAES-OAEP to our transport key. */
public final class TransportSeed {
  private TransportSeed() {}

  /**
   * Opens a migrated seed. The plain text is the seed's bytes, 16 to 64, and nothing else.
   *
   * @param base64 the field, without the blanks after it
   * @param vault has the transport key
   * @return the seed, which the caller closes; empty if it does not open or is none, and nobody is
   *     told which
   * @throws VaultUnavailable if there is no key to be had
   */
  public static Optional<Seed> open(String base64, SecretVault vault) {
    return Base64Text.decode(base64)
        .flatMap(bytes -> EncryptedField.open(bytes, vault, TransportSeed::seed));
  }

  private static Optional<Seed> seed(byte[] plain) {
    return plain.length < Seed.SHORTEST || plain.length > Seed.LONGEST
        ? Optional.empty()
        : Optional.of(Seed.copyOf(plain));
  }
}
