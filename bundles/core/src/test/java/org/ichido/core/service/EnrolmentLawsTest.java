package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.ichido.api.TokenState;
import org.ichido.evidence.Requirement;

/**
 * Random commands through the whole house, at a bank where customers replace tokens by themselves.
 * What must hold after each of them is told by {@link EnrolmentWorld}.
 */
class EnrolmentLawsTest {
  private final EnrolmentWorld world = EnrolmentWorld.open();

  /**
   * S1-24, S2-12: no way to ACTIVE without a correct first code. S0-36: a revoked token never gives
   * access again and its seed is gone. S1-21: one seed for a token.
   */
  @Property(tries = 200)
  @Requirement({"S1-24", "S2-12", "S0-36", "S1-21", "S3-6"})
  void theStateMachineHoldsUnderRandomCommands(@ForAll("chains") List<EnrolmentStep> chain) {
    world.newCustomer();
    for (EnrolmentStep step : chain) {
      world.perform(step);
    }
    Statistics.label("in use")
        .collect(world.reached(TokenState.ACTIVE))
        .coverage(coverage -> coverage.check(true).percentage(share -> share > 20));
    Statistics.label("revoked")
        .collect(world.reached(TokenState.REVOKED))
        .coverage(coverage -> coverage.check(true).percentage(share -> share > 5));
    Statistics.label("cancelled")
        .collect(world.reached(TokenState.CANCELLED))
        .coverage(coverage -> coverage.check(true).percentage(share -> share > 20));
    assertThat(world.seedsDelivered()).isEqualTo(world.downloads());
  }

  @Provide
  Arbitrary<List<EnrolmentStep>> chains() {
    return Arbitraries.frequency(
            Tuple.of(2, EnrolmentStep.ISSUE),
            Tuple.of(2, EnrolmentStep.REISSUE),
            Tuple.of(1, EnrolmentStep.REISSUE_WITHOUT_CARD),
            Tuple.of(6, EnrolmentStep.ACTIVATE),
            Tuple.of(2, EnrolmentStep.ACTIVATE_WITH_A_WRONG_PASSWORD),
            Tuple.of(1, EnrolmentStep.ACTIVATE_WITH_A_STOLEN_FIELD),
            Tuple.of(1, EnrolmentStep.ACTIVATE_A_FORMER_PAIR),
            Tuple.of(6, EnrolmentStep.CONFIRM),
            Tuple.of(2, EnrolmentStep.CONFIRM_WITH_A_WRONG_CODE),
            Tuple.of(1, EnrolmentStep.CONFIRM_WITH_A_FORMER_SEED),
            Tuple.of(4, EnrolmentStep.VERIFY),
            Tuple.of(2, EnrolmentStep.VERIFY_A_WRONG_CODE),
            Tuple.of(2, EnrolmentStep.VERIFY_WITH_A_FORMER_SEED),
            Tuple.of(1, EnrolmentStep.ASK_THE_LAST_AGAIN),
            Tuple.of(4, EnrolmentStep.A_MINUTE_PASSES),
            Tuple.of(1, EnrolmentStep.A_DAY_PASSES))
        .list()
        .ofMinSize(20)
        .ofMaxSize(60);
  }
}
