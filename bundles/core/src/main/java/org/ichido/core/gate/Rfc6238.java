package org.ichido.core.gate;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ichido.api.HashFunction;

/**
 * The test vectors of RFC 6238 appendix B. Held here and not taken from the service under
 * examination: who forgets how to compute forgets what is right as well.
 */
final class Rfc6238 {
  /**
   * A code of 8 digits; one of fewer digits is its end (RFC 4226 section 5.3, step 3).
   *
   * @param hash the hash function, which decides the seed too
   * @param step the column T; the seconds are those of a step of 30 s
   * @param code the column TOTP
   */
  record Vector(HashFunction hash, long step, String code) {
    String code(int digits) {
      return code.substring(code.length() - digits);
    }
  }

  static final List<Vector> VECTORS =
      List.of(
          new Vector(HashFunction.SHA1, 0x1L, "94287082"),
          new Vector(HashFunction.SHA256, 0x1L, "46119246"),
          new Vector(HashFunction.SHA512, 0x1L, "90693936"),
          new Vector(HashFunction.SHA1, 0x23523ECL, "07081804"),
          new Vector(HashFunction.SHA256, 0x23523ECL, "68084774"),
          new Vector(HashFunction.SHA512, 0x23523ECL, "25091201"),
          new Vector(HashFunction.SHA1, 0x23523EDL, "14050471"),
          new Vector(HashFunction.SHA256, 0x23523EDL, "67062674"),
          new Vector(HashFunction.SHA512, 0x23523EDL, "99943326"),
          new Vector(HashFunction.SHA1, 0x273EF07L, "89005924"),
          new Vector(HashFunction.SHA256, 0x273EF07L, "91819424"),
          new Vector(HashFunction.SHA512, 0x273EF07L, "93441116"),
          new Vector(HashFunction.SHA1, 0x3F940AAL, "69279037"),
          new Vector(HashFunction.SHA256, 0x3F940AAL, "90698825"),
          new Vector(HashFunction.SHA512, 0x3F940AAL, "38618901"),
          new Vector(HashFunction.SHA1, 0x27BC86AAL, "65353130"),
          new Vector(HashFunction.SHA256, 0x27BC86AAL, "77737706"),
          new Vector(HashFunction.SHA512, 0x27BC86AAL, "47863826"));

  private Rfc6238() {}

  /** The seed of the appendix: 20, 32 or 64 ASCII digits (its Java code; erratum 2866). */
  static byte[] seed(HashFunction hash) {
    int length =
        switch (hash) {
          case SHA1 -> 20;
          case SHA256 -> 32;
          case SHA512 -> 64;
        };
    return "1234567890".repeat(7).substring(0, length).getBytes(StandardCharsets.US_ASCII);
  }
}
