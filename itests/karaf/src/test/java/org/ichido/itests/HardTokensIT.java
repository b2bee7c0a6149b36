package org.ichido.itests;

import java.nio.file.Path;
import java.time.Instant;
import org.ichido.evidence.Requirement;
import org.junit.Test;

/**
 * Kinsan's hard tokens through the queues, from the delivery of a thousand to the day on which core
 * banking debits a fee twice. In a process of its own, since it is killed on the way.
 */
public class HardTokensIT {
  /** Noon of a Thursday in Japan. */
  private static final Instant START = Instant.parse("2027-04-01T03:00:00Z");

  @Test
  @Requirement({
    "S4-15", "S4-16", "S4-20", "S4-21", "S4-23", "S4-24", "S4-27", "S4-28", "S4-29", "S4-36",
    "S4-37", "S4-38", "S4-39"
  })
  public void oneHardTokenOfFiveUsersFromTheDeliveryToTheReissue() throws Exception {
    try (DrivenServer server =
            DrivenServer.started(
                Path.of(InKaraf.property("ichido.distribution")),
                Path.of(InKaraf.property("ichido.work"), "hard-tokens", "server"),
                Path.of(InKaraf.property("ichido.testkit.jar")),
                "9990",
                START);
        HardTokenBank bank = new HardTokenBank(server)) {
      new HardTokenScenario(bank, server).run();
    }
  }
}
