package org.ichido.itests;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.ichido.api.HashFunction;
import org.ichido.api.OneTimeCode;
import org.ichido.api.OtpParameters;
import org.ichido.api.Seed;
import org.ichido.spi.FactorRange;
import org.ichido.spi.OtpAlgorithm;

/** RFC 6238 appendix B: second, code, hash function. */
final class Rfc6238 {
  static final List<String> APPENDIX_B =
      List.of(
          "59 94287082 SHA1",
          "59 46119246 SHA256",
          "59 90693936 SHA512",
          "1111111109 07081804 SHA1",
          "1111111109 68084774 SHA256",
          "1111111109 25091201 SHA512",
          "1111111111 14050471 SHA1",
          "1111111111 67062674 SHA256",
          "1111111111 99943326 SHA512",
          "1234567890 89005924 SHA1",
          "1234567890 91819424 SHA256",
          "1234567890 93441116 SHA512",
          "2000000000 69279037 SHA1",
          "2000000000 90698825 SHA256",
          "2000000000 38618901 SHA512",
          "20000000000 65353130 SHA1",
          "20000000000 77737706 SHA256",
          "20000000000 47863826 SHA512");

  private Rfc6238() {}

  /** Whether the algorithm finds the row's step, and no other, for the row's code. */
  static boolean holds(String row, OtpAlgorithm totp) {
    String[] cells = row.split(" ", 3);
    HashFunction hash = HashFunction.valueOf(cells[2]);
    // The appendix repeats the ten digits up to the length of the hash.
    int length = hash == HashFunction.SHA1 ? 20 : hash == HashFunction.SHA256 ? 32 : 64;
    byte[] secret = "1234567890".repeat(7).substring(0, length).getBytes(StandardCharsets.US_ASCII);
    long step = Long.parseLong(cells[0]) / 30;
    OtpParameters parameters = new OtpParameters("totp", hash, 8, Duration.ofSeconds(30));
    try (Seed seed = Seed.copyOf(secret)) {
      return totp.matching(
              seed, parameters, OneTimeCode.of(cells[1]), new FactorRange(step, step + 2))
          .equals(List.of(step));
    }
  }
}
