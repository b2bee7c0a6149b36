package org.ichido.itests.broken;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.ichido.api.OneTimeCode;
import org.ichido.api.OtpParameters;
import org.ichido.api.Seed;
import org.ichido.spi.FactorRange;
import org.ichido.spi.OtpAlgorithm;
import org.ichido.testkit.token.TokenApp;

/** A TOTP with a mistake: it takes the code of the step before for that of a step. */
public final class OneStepLate implements OtpAlgorithm {
  @Override
  public String name() {
    return "totp";
  }

  @Override
  public void check(OtpParameters parameters) {}

  @Override
  public List<Long> matching(
      Seed seed, OtpParameters parameters, OneTimeCode code, FactorRange range) {
    String mac = "Hmac" + parameters.hash().name();
    TokenApp app = new TokenApp(seed.copy(), mac, parameters.digits(), parameters.period());
    return LongStream.rangeClosed(Math.max(1, range.first()), range.last())
        .filter(
            step -> {
              Instant before = Instant.ofEpochSecond((step - 1) * parameters.period().toSeconds());
              return code.matches(app.codeAt(before).getBytes(StandardCharsets.US_ASCII));
            })
        .boxed()
        .toList();
  }
}
