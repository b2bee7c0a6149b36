package org.ichido.oath;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.ichido.api.HashFunction;
import org.ichido.api.OneTimeCode;
import org.ichido.api.OtpParameters;
import org.ichido.api.Seed;
import org.ichido.spi.FactorRange;
import org.ichido.spi.InvalidSetting;
import org.ichido.spi.OtpAlgorithm;
import org.osgi.service.component.annotations.Component;

/**
 * TOTP (RFC 6238): HOTP (RFC 4226) of time steps, with HMAC-SHA-1, -SHA-256 or -SHA-512 and 6 to 8
 * digits. A factor is the number of whole periods since 1970-01-01T00:00Z; core computes it.
 *
 * <p>Thread-safe. It keeps neither seed nor code: the copies it makes of both are overwritten
 * before {@link #matching} returns.
 */
@Component(property = "name=" + Totp.NAME)
public final class Totp implements OtpAlgorithm {
  static final String NAME = "totp";

  /** RFC 6238 section 5.2 recommends 30 s; devices of the other kind stand for 60 s. */
  private static final Set<Duration> PERIODS =
      Set.of(Duration.ofSeconds(30), Duration.ofSeconds(60));

  private final Hmacs sha1 = new Hmacs("HmacSHA1");
  private final Hmacs sha256 = new Hmacs("HmacSHA256");
  private final Hmacs sha512 = new Hmacs("HmacSHA512");

  @Override
  public String name() {
    return NAME;
  }

  /** Digits and hash need no check here: {@link OtpParameters} has none that TOTP lacks. */
  @Override
  public void check(OtpParameters parameters) throws InvalidSetting {
    Duration period = parameters.period();
    if (!PERIODS.contains(period)) {
      throw new InvalidSetting(
          "otp.period", "must be 30 s or 60 s for totp, but is " + period.toSeconds() + " s");
    }
  }

  @Override
  public List<Long> matching(
      Seed seed, OtpParameters parameters, OneTimeCode code, FactorRange range) {
    List<Long> matching = new ArrayList<>(1);
    try (HotpValues values = new HotpValues(hmacs(parameters.hash()), seed, parameters.digits())) {
      // Counted by distance: a range may end at the greatest long there is.
      for (int i = 0; i <= range.last() - range.first(); i++) {
        long factor = range.first() + i;
        if (code.matches(values.at(factor))) {
          matching.add(factor);
        }
      }
    }
    return Collections.unmodifiableList(matching);
  }

  private Hmacs hmacs(HashFunction hash) {
    return switch (hash) {
      case SHA1 -> sha1;
      case SHA256 -> sha256;
      case SHA512 -> sha512;
    };
  }
}
