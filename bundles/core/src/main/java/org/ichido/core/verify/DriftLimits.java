package org.ichido.core.verify;

import org.ichido.spi.FactorRange;

/**
 * How far a token's clock may be off.
 *
 * @param search how many steps around the present one two successive codes are looked for
 * @param greatest the greatest drift that is kept, in steps either way; at most {@code search}
 */
public record DriftLimits(int search, int greatest) {
  /** Twice that and the present step still make a range that an algorithm may be asked. */
  public static final int FARTHEST = (FactorRange.LONGEST - 1) / 2;

  /**
   * @throws IllegalArgumentException if one is out of range
   */
  public DriftLimits {
    if (search < 0 || search > FARTHEST || greatest < 0 || greatest > search) {
      throw new IllegalArgumentException(
          "drift: search 0 to %d, greatest 0 to search, but got %d and %d"
              .formatted(FARTHEST, search, greatest));
    }
  }
}
