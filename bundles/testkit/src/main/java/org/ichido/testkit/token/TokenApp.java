package org.ichido.testkit.token;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A customer's token: it knows its seed, shows codes, and asks nobody. Immutable, so thread-safe.
 * It keeps the seed in clear for as long as it lives: for seeds of tests alone.
 */
public final class TokenApp {
  private final byte[] seed;
  private final String mac;
  private final int digits;
  private final Duration period;

  /**
   * @param seed the shared secret
   * @param mac the JCA name of the MAC, such as {@code HmacSHA1}
   * @param digits how many digits it shows
   * @param period how long a code stands
   */
  public TokenApp(byte[] seed, String mac, int digits, Duration period) {
    this.seed = seed.clone();
    this.mac = mac;
    this.digits = digits;
    this.period = period;
  }

  /**
   * A token as all the banks have it: HMAC-SHA-1, six digits, a new code every 60 s.
   *
   * @param seed the shared secret
   * @return the token
   */
  public static TokenApp withSeed(byte[] seed) {
    return new TokenApp(seed, "HmacSHA1", 6, Duration.ofSeconds(60));
  }

  /**
   * @param now the time on the device
   * @return the code on its display
   */
  public String codeAt(Instant now) {
    return code(stepAt(now));
  }

  /**
   * @param now the time on the device
   * @return a code that the device shows at none of the steps from 4 before to 4 after
   */
  public String wrongCodeAt(Instant now) {
    BigInteger limit = BigInteger.TEN.pow(digits);
    for (BigInteger guess = BigInteger.ZERO;
        guess.compareTo(limit) < 0;
        guess = guess.add(BigInteger.ONE)) {
      String code = padded(guess);
      boolean shown = false;
      for (long step = stepAt(now) - 4; step <= stepAt(now) + 4; step++) {
        shown |= code(step).equals(code);
      }
      if (!shown) {
        return code;
      }
    }
    throw new IllegalStateException("nine codes fill no space of " + limit);
  }

  /**
   * @param now a time
   * @return the number of its step since 1970
   */
  public long stepAt(Instant now) {
    return now.getEpochSecond() / period.toSeconds();
  }

  /** RFC 4226 section 5.3 over the step as eight bytes, RFC 6238 section 4.2. */
  private String code(long step) {
    try {
      Mac hmac = Mac.getInstance(mac);
      hmac.init(new SecretKeySpec(seed, mac));
      byte[] message = new byte[8];
      for (int i = 7, rest = 0; i >= 0; i--, rest += 8) {
        message[i] = (byte) (step >>> rest);
      }
      byte[] hash = hmac.doFinal(message);
      byte[] window = new byte[4];
      System.arraycopy(hash, hash[hash.length - 1] & 0x0f, window, 0, 4);
      window[0] &= 0x7f;
      return padded(new BigInteger(window).mod(BigInteger.TEN.pow(digits)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK lacks " + mac, e);
    }
  }

  private String padded(BigInteger number) {
    return String.format(Locale.ROOT, "%0" + digits + "d", number);
  }
}
