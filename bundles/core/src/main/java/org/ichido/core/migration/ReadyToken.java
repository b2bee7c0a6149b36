package org.ichido.core.migration;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ichido.api.BankId;
import org.ichido.api.Seed;
import org.ichido.api.TokenId;
import org.ichido.core.secret.TransportSeed;
import org.ichido.spi.SealedSeed;
import org.ichido.spi.SecretVault;

/**
 * A token of a file with its seed sealed. Opening a seed takes milliseconds, so that is done before
 * the transaction.
 *
 * @param line the row
 * @param id the token's id, which follows from bank and seed: the same row finds the same token,
 *     also one that was revoked since, and no seed becomes two tokens, of which each would accept a
 *     code
 * @param sealed its seed
 */
record ReadyToken(TokenLine line, TokenId id, SealedSeed sealed) {
  private static final byte[] PURPOSE = "migrated-token".getBytes(StandardCharsets.US_ASCII);

  /**
   * @return the token; empty if its seed does not open or is none
   */
  static Optional<ReadyToken> of(TokenLine line, SecretVault vault) {
    Optional<Seed> opened = TransportSeed.open(line.seed(), vault);
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    try (Seed seed = opened.get()) {
      TokenId id = id(line.holder().bank(), seed, vault);
      return Optional.of(new ReadyToken(line, id, vault.seal(id, seed)));
    }
  }

  /** By a keyed hash: a plain one of a seed would say something about it to whoever reads ids. */
  private static TokenId id(BankId bank, Seed seed, SecretVault vault) {
    byte[] secret = seed.copy();
    List<byte[]> parts = List.of(PURPOSE, bank.value().getBytes(StandardCharsets.US_ASCII), secret);
    ByteBuffer data =
        ByteBuffer.allocate(parts.stream().mapToInt(part -> Integer.BYTES + part.length).sum());
    try {
      parts.forEach(part -> data.putInt(part.length).put(part));
      ByteBuffer hash = ByteBuffer.wrap(vault.fingerprint(data.array()));
      return new TokenId(new UUID(hash.getLong(), hash.getLong()).toString());
    } finally {
      Arrays.fill(data.array(), (byte) 0);
      Arrays.fill(secret, (byte) 0);
    }
  }
}
