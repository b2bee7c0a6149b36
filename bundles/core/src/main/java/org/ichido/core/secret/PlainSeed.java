package org.ichido.core.secret;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import org.ichido.api.Seed;

/**
 * A seed as its maker wrote it, not encrypted. What is made of it on the way is wiped here; the
 * text itself is the caller's.
 */
public final class PlainSeed {
  private PlainSeed() {}

  /**
   * @param hex hexadecimal digits in either case
   * @return the seed, which the caller closes; empty if it is none
   */
  public static Optional<Seed> ofHex(String hex) {
    return read(
        () -> {
          try {
            return Optional.of(HexFormat.of().parseHex(hex));
          } catch (IllegalArgumentException e) {
            return Optional.empty();
          }
        });
  }

  /**
   * @param base64 base64 of RFC 4648 section 4 with its padding
   * @return the seed, which the caller closes; empty if it is none
   */
  public static Optional<Seed> ofBase64(String base64) {
    return read(() -> Base64Text.decode(base64));
  }

  private static Optional<Seed> read(Supplier<Optional<byte[]>> reading) {
    Optional<byte[]> read = reading.get();
    try {
      return read.filter(bytes -> bytes.length >= Seed.SHORTEST && bytes.length <= Seed.LONGEST)
          .map(Seed::copyOf);
    } finally {
      read.ifPresent(bytes -> Arrays.fill(bytes, (byte) 0));
    }
  }
}
