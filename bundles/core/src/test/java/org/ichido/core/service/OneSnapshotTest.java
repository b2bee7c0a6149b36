package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ichido.api.OneTimeCode;
import org.ichido.api.OtpParameters;
import org.ichido.api.Seed;
import org.ichido.api.Verdict;
import org.ichido.core.fakes.FactorAsCode;
import org.ichido.core.fakes.FiveFailures;
import org.ichido.core.fakes.KinsanProfile;
import org.ichido.core.profile.Installed;
import org.ichido.spi.FactorRange;
import org.ichido.spi.OtpAlgorithm;
import org.junit.jupiter.api.Test;

/**
 * Window and threshold change together while a code is being computed (F21): the request ends under
 * the profile that it began with, the next one is judged under the new one.
 */
class OneSnapshotTest extends House {
  private static final OneTimeCode TWO_STEPS_OLD = FactorAsCode.code(STEP - 2);
  private static final Map<String, String> STRICT = profile("0", "60 s", "1");
  private static final Map<String, String> LENIENT = profile("2", "180 s", "5");

  private static Map<String, String> profile(String past, String age, String failures) {
    Map<String, String> values = KinsanProfile.values();
    values.put("otp.past-steps", past);
    values.put("otp.greatest-age", age);
    values.put("lockout.consecutive-failures.failures", failures);
    return values;
  }

  @Test
  void aCodeJudgedWhileTheProfileBecomesLenientIsRefusedAndLocks() {
    registerUnder(STRICT);
    whileTheCodeIsComputed(() -> configure(LENIENT));
    assertThat(verify(TWO_STEPS_OLD)).isEqualTo(new Verdict.Refused(START));
    assertThat(locked()).isTrue();
  }

  @Test
  void aCodeJudgedWhileTheProfileBecomesStrictIsAccepted() {
    registerUnder(LENIENT);
    whileTheCodeIsComputed(() -> configure(STRICT));
    assertThat(verify(TWO_STEPS_OLD)).isEqualTo(new Verdict.Accepted(START));
    assertThat(locked()).isFalse();
  }

  @Test
  void theNextRequestIsJudgedUnderTheNewProfile() {
    registerUnder(LENIENT);
    whileTheCodeIsComputed(() -> configure(STRICT));
    verify(FactorAsCode.code(STEP + 50));
    assertThat(locked()).isFalse();
    assertThat(verify(TWO_STEPS_OLD)).isEqualTo(new Verdict.Refused(START));
    assertThat(locked()).isTrue();
  }

  private void registerUnder(Map<String, String> values) {
    configure(values);
    register();
  }

  private boolean locked() {
    return administration.list(HOLDER.bank(), Optional.empty(), 1).get(0).lock().isPresent();
  }

  /** Installed in this moment, so that its examination is over. */
  private void whileTheCodeIsComputed(Runnable change) {
    Interrupted algorithm = new Interrupted();
    Installed.with(profiles, algorithm, new FiveFailures());
    algorithm.change = change;
  }

  /** An algorithm during which something happens, once. */
  private static final class Interrupted implements OtpAlgorithm {
    private final FactorAsCode algorithm = new FactorAsCode();
    private Runnable change = () -> {};

    @Override
    public String name() {
      return algorithm.name();
    }

    @Override
    public void check(OtpParameters parameters) {
      algorithm.check(parameters);
    }

    @Override
    public List<Long> matching(
        Seed seed, OtpParameters parameters, OneTimeCode code, FactorRange range) {
      Runnable now = change;
      change = () -> {};
      now.run();
      return algorithm.matching(seed, parameters, code, range);
    }
  }
}
