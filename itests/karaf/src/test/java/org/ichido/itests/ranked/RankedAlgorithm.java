package org.ichido.itests.ranked;

import java.util.List;
import org.ichido.api.OneTimeCode;
import org.ichido.api.OtpParameters;
import org.ichido.api.Seed;
import org.ichido.spi.FactorRange;
import org.ichido.spi.InvalidSetting;
import org.ichido.spi.OtpAlgorithm;

/** Somebody else's TOTP; it asks the former one. */
public final class RankedAlgorithm implements OtpAlgorithm {
  private volatile OtpAlgorithm former;

  @Override
  public String name() {
    return former.name();
  }

  @Override
  public void check(OtpParameters parameters) throws InvalidSetting {
    former.check(parameters);
  }

  @Override
  public List<Long> matching(
      Seed seed, OtpParameters parameters, OneTimeCode code, FactorRange range) {
    return former.matching(seed, parameters, code, range);
  }
}
