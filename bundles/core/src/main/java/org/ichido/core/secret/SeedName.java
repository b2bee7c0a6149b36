package org.ichido.core.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.ichido.api.Seed;
import org.ichido.api.TokenId;
import org.ichido.api.VaultUnavailable;
import org.ichido.spi.SecretVault;

/**
 * A token's id that follows from its seed: the same seed finds the same token, also one that is
 * over, and becomes no second one, of which each would accept a code.
 */
public final class SeedName {
  private SeedName() {}

  /**
   * Names by a keyed hash of 128 bits: a plain one of a seed would say something about it to
   * whoever reads ids. The key is the vault's for fingerprints, of which there is one for the
   * vault's whole life: seeds are sealed under newer keys without getting another name.
   *
   * @param context what the names are for and, if one seed may have several, which; each ASCII
   * @param seed the seed; stays open
   * @param vault has the key
   * @return the id
   * @throws VaultUnavailable if there is no key to be had
   */
  public static TokenId of(List<String> context, Seed seed, SecretVault vault) {
    byte[] secret = seed.copy();
    List<byte[]> parts =
        Stream.concat(
                context.stream().map(text -> text.getBytes(StandardCharsets.US_ASCII)),
                Stream.of(secret))
            .toList();
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
