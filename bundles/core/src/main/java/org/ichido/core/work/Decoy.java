package org.ichido.core.work;

import java.util.random.RandomGenerator;
import org.ichido.api.Seed;
import org.ichido.api.TokenId;
import org.ichido.spi.SealedSeed;
import org.ichido.spi.SecretVault;

/**
 * A sealed seed that belongs to nobody. A request about an unknown user unseals it and computes
 * with it, so that the time of the answer does not tell who exists (RTS 2018/389 article 4(3)(a)).
 *
 * @param vault the vault that sealed it
 * @param sealed the seed
 */
public record Decoy(SecretVault vault, SealedSeed sealed) {
  /** The id it is sealed for. No token has it: registered ids are 36 characters. */
  public static final TokenId ID = new TokenId("decoy");

  /**
   * @param vault the vault to seal with
   * @param random where the seed comes from
   * @return a decoy
   */
  public static Decoy sealedBy(SecretVault vault, RandomGenerator random) {
    byte[] secret = new byte[20];
    random.nextBytes(secret);
    try (Seed seed = Seed.copyOf(secret)) {
      return new Decoy(vault, vault.seal(ID, seed));
    }
  }
}
