package org.ichido.itests.broken;

import java.util.List;
import org.ichido.api.OneTimeCode;
import org.ichido.api.OtpParameters;
import org.ichido.api.Seed;
import org.ichido.spi.FactorRange;
import org.ichido.spi.OtpAlgorithm;

/** An algorithm whose component fails: it is registered, and nobody gets it. */
public final class NeverThere implements OtpAlgorithm {
  public NeverThere() {
    throw new IllegalStateException("fails on purpose");
  }

  @Override
  public String name() {
    return "totp";
  }

  @Override
  public void check(OtpParameters parameters) {}

  @Override
  public List<Long> matching(
      Seed seed, OtpParameters parameters, OneTimeCode code, FactorRange range) {
    return List.of();
  }
}
