package org.ichido.core.migration;

import java.util.List;
import java.util.Optional;
import org.ichido.api.Seed;
import org.ichido.api.TokenId;
import org.ichido.core.secret.SeedName;
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
  private static final String PURPOSE = "migrated-token";

  /**
   * @return the token; empty if its seed does not open or is none
   */
  static Optional<ReadyToken> of(TokenLine line, SecretVault vault) {
    Optional<Seed> opened = TransportSeed.open(line.seed(), vault);
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    try (Seed seed = opened.get()) {
      TokenId id = SeedName.of(List.of(PURPOSE, line.holder().bank().value()), seed, vault);
      return Optional.of(new ReadyToken(line, id, vault.seal(id, seed)));
    }
  }
}
