package org.ichido.bench;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.ichido.api.HashFunction;
import org.ichido.api.OneTimeCode;
import org.ichido.api.OtpParameters;
import org.ichido.api.Seed;
import org.ichido.api.TokenId;
import org.ichido.bench.round.TightLoop;
import org.ichido.oath.Totp;
import org.ichido.spi.FactorRange;
import org.ichido.spi.OtpAlgorithm;
import org.ichido.spi.SealedSeed;
import org.ichido.spi.SecretVault;
import org.ichido.testkit.token.TokenApp;

/**
 * One verification without a database, in several ways: three steps of one of many tokens, the code
 * being that of the middle step. Every way must find it each time.
 */
final class VerifyCore {
  private static final int TOKENS = 256;
  private static final Duration PERIOD = Duration.ofSeconds(60);
  private static final String MAC = "HmacSHA1";

  private final OtpAlgorithm totp = new Totp();
  private final OtpParameters parameters = new OtpParameters("totp", HashFunction.SHA1, 6, PERIOD);
  private final SecretVault vault;
  private final Instant now = Instant.now();
  private final long step = now.getEpochSecond() / PERIOD.toSeconds();
  private final FactorRange range = new FactorRange(step - 1, step + 1);
  private final List<One> tokens = new ArrayList<>();

  /** One token in every form that somebody here takes. */
  private record One(
      TokenId id, Seed seed, SealedSeed sealed, SecretKeySpec key, OneTimeCode code, String text) {}

  VerifyCore(SecretVault vault) {
    this.vault = vault;
    Random random = new Random(20261122);
    for (int i = 0; i < TOKENS; i++) {
      byte[] secret = new byte[20];
      random.nextBytes(secret);
      String text = new TokenApp(secret, MAC, 6, PERIOD).codeAt(now);
      Seed seed = Seed.copyOf(secret);
      TokenId id = new TokenId("bench-" + i);
      tokens.add(
          new One(
              id,
              seed,
              vault.seal(id, seed),
              new SecretKeySpec(secret, MAC),
              OneTimeCode.of(text),
              text));
    }
  }

  TightLoop verify() {
    return new TightLoop(
        "verify core",
        count -> {
          long found = 0;
          for (int i = 0; i < count; i++) {
            One token = tokens.get(i % TOKENS);
            found += totp.matching(token.seed, parameters, token.code, range).size();
          }
          return all(found, count);
        });
  }

  TightLoop unsealAndVerify() {
    return new TightLoop(
        "unseal and verify",
        count -> {
          long found = 0;
          for (int i = 0; i < count; i++) {
            One token = tokens.get(i % TOKENS);
            try (Seed seed = vault.unseal(token.id, token.sealed)) {
              found += totp.matching(seed, parameters, token.code, range).size();
            }
          }
          return all(found, count);
        });
  }

  /** The least that three HMACs cost on this JVM: one Mac, keyed for each token, nothing wiped. */
  TightLoop bare() throws Exception {
    Mac mac = Mac.getInstance(MAC);
    byte[] counter = new byte[Long.BYTES];
    byte[] hmac = new byte[mac.getMacLength()];
    return new TightLoop(
        "bare JCA",
        count -> {
          long found = 0;
          for (int i = 0; i < count; i++) {
            One token = tokens.get(i % TOKENS);
            mac.init(token.key);
            for (long factor = range.first(); factor <= range.last(); factor++) {
              ByteBuffer.wrap(counter).putLong(factor);
              mac.update(counter);
              mac.doFinal(hmac, 0);
              found += MessageDigest.isEqual(digits(hmac), token.code.ascii()) ? 1 : 0;
            }
          }
          return all(found, count);
        });
  }

  TightLoop javaOtp() {
    var generator = new TimeBasedOneTimePasswordGenerator(PERIOD, 6, MAC);
    return new TightLoop(
        "java-otp, String API",
        count -> {
          long found = 0;
          for (int i = 0; i < count; i++) {
            One token = tokens.get(i % TOKENS);
            for (int away = -1; away <= 1; away++) {
              Instant at = now.plusSeconds(away * PERIOD.toSeconds());
              String code = generator.generateOneTimePasswordString(token.key, at);
              found += code.equals(token.text) ? 1 : 0;
            }
          }
          return all(found, count);
        });
  }

  TightLoop commonsCodec() {
    byte[] counter = new byte[Long.BYTES];
    return new TightLoop(
        "commons-codec HmacUtils",
        count -> {
          long found = 0;
          for (int i = 0; i < count; i++) {
            One token = tokens.get(i % TOKENS);
            for (long factor = range.first(); factor <= range.last(); factor++) {
              ByteBuffer.wrap(counter).putLong(factor);
              byte[] hmac =
                  new HmacUtils(HmacAlgorithms.HMAC_SHA_1, token.key.getEncoded()).hmac(counter);
              found += MessageDigest.isEqual(digits(hmac), token.code.ascii()) ? 1 : 0;
            }
          }
          return all(found, count);
        });
  }

  /** RFC 4226 section 5.3. */
  private static byte[] digits(byte[] hmac) {
    int offset = hmac[hmac.length - 1] & 0x0f;
    int value = ByteBuffer.wrap(hmac).getInt(offset) & 0x7fffffff;
    byte[] digits = new byte[6];
    for (int i = digits.length - 1; i >= 0; i--) {
      digits[i] = (byte) ('0' + value % 10);
      value /= 10;
    }
    return digits;
  }

  private static long all(long found, int count) {
    // More than one step may have the same code, once in a few hundred thousand.
    if (found < count) {
      throw new IllegalStateException("found " + found + " of " + count + " right codes");
    }
    return found;
  }
}
