package org.ichido.core.fakes;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.ichido.api.OneTimeCode;
import org.ichido.api.OtpParameters;
import org.ichido.api.Seed;
import org.ichido.spi.FactorRange;
import org.ichido.spi.OtpAlgorithm;

/** An algorithm whose code is the factor itself, so that a test can read which step it presents. */
public final class FactorAsCode implements OtpAlgorithm {
  /** Not the name of a standard: the gate would hold it to that. */
  public static final String NAME = "factor-as-code";

  public static OneTimeCode code(long factor) {
    return OneTimeCode.of(digits(factor, 6));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void check(OtpParameters parameters) {}

  @Override
  public List<Long> matching(
      Seed seed, OtpParameters parameters, OneTimeCode code, FactorRange range) {
    List<Long> matching = new ArrayList<>();
    for (long factor = range.first(); factor <= range.last(); factor++) {
      if (code.matches(digits(factor, parameters.digits()).getBytes(StandardCharsets.US_ASCII))) {
        matching.add(factor);
      }
    }
    return matching;
  }

  private static String digits(long factor, int length) {
    return String.format("%0" + length + "d", factor % (long) Math.pow(10, length));
  }
}
