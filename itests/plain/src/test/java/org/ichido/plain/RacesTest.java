package org.ichido.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.ichido.evidence.Check;
import org.ichido.evidence.Evidence;
import org.ichido.evidence.Requirement;
import org.ichido.races.Races;
import org.ichido.races.Races.Race;
import org.ichido.races.ServiceWayIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The races through the services, over the real store. */
class RacesTest {
  private static final int ROUNDS = 200;
  private static final int FEWER_ROUNDS = 25;
  private static final int STALE_ROUNDS = 20;
  private static final int RESTARTS = 10;

  @TempDir Path directory;

  @Test
  @Requirement("S4-2")
  void ofSixtyFourWithOneCodeExactlyOneIsAccepted() throws Exception {
    hold("64 threads with one code, one accepted", ROUNDS, Races::oneCode);
  }

  @Test
  @Requirement("S4-36")
  void ofSixtyFourWrongCodesExactlyFiveAreCountedAndTheRestMeetsTheLock() throws Exception {
    hold("64 wrong codes at once, 5 counted (S4-36)", ROUNDS, Races::wrongCodes);
  }

  @Test
  void sixtyFourTimesOneRequestIsOneEffectAndOneReply() throws Exception {
    hold(
        "64 times one request at once, one effect, equal replies", FEWER_ROUNDS, Races::oneRequest);
  }

  @Test
  void ofTwoContentsUnderOneIdOneIsJudged() throws Exception {
    hold(
        "one request id with two contents at once, one judged",
        FEWER_ROUNDS,
        Races::oneIdWithTwoContents);
  }

  @Test
  void aRightCodeAmongWrongOnesMakesOneStory() throws Exception {
    hold("one right code among 63 wrong ones at once", FEWER_ROUNDS, Races::oneRightAmongWrongOnes);
  }

  @Test
  @Requirement("S4-38")
  void unlocksAmongWrongCodesNeverLoseACountOrALock() throws Exception {
    hold(
        "8 unlocks among 56 wrong codes at once (S4-38)",
        FEWER_ROUNDS,
        Races::unlocksAmongWrongOnes);
  }

  @Test
  void twoTokensDoNotDisturbEachOther() throws Exception {
    hold("two tokens at once, neither disturbs", FEWER_ROUNDS, Races::twoTokens);
  }

  @Test
  void whoDecidesOnWhatAnotherNodeReadLosesToWhoWroteFirst() throws Exception {
    List<StaleReads> stale = new ArrayList<>();
    try (PlainHouse house =
            new PlainHouse(
                directory,
                Clock.systemUTC(),
                store -> {
                  stale.add(new StaleReads(store));
                  return stale.get(0);
                });
        ServiceWayIn way = services(house)) {
      Races races = new Races(way, STALE_ROUNDS);
      hold(races, "64 with one code, all read before one wrote", Races::oneCode);
      hold(races, "64 wrong codes, all read before one wrote", Races::wrongCodes);
      hold(races, "64 times one request, all read before one wrote", Races::oneRequest);
      hold(races, "one id, two contents, all read before one wrote", Races::oneIdWithTwoContents);
      hold(races, "a right among wrong, all read before one wrote", Races::oneRightAmongWrongOnes);
    }
    assertThat(stale.get(0).decidedAgain()).isGreaterThan(5 * STALE_ROUNDS * 60);
  }

  @Test
  void aRestartInTheMiddleLosesNothingAndAcceptsNothingTwice() throws Exception {
    try (RestartingHouse house = new RestartingHouse(directory, Clock.systemUTC());
        WayInDuringRestarts way = new WayInDuringRestarts(house)) {
      Races races = new Races(way, RESTARTS);
      hold(races, "64 with one code, a restart in the middle", Races::oneCode);
      hold(races, "64 times one request, a restart in the middle", Races::oneRequest);
      hold(races, "64 wrong codes, a restart in the middle", Races::wrongCodes);
      assertThat(way.unanswered()).as("the restarts befell somebody").isPositive();
      assertThat(house.house().audit().verifyChain().intact()).isTrue();
    }
  }

  private void hold(String name, int rounds, Race race) throws Exception {
    try (PlainHouse house = new PlainHouse(directory, Clock.systemUTC());
        ServiceWayIn way = services(house)) {
      hold(new Races(way, rounds), name, race);
      assertThat(house.audit().verifyChain().intact()).isTrue();
    }
  }

  private static void hold(Races races, String name, Race race) throws Exception {
    Check check = new Check(Evidence.attacks(), name, "service");
    race.run(races, check);
    check.done();
  }

  private static ServiceWayIn services(PlainHouse house) {
    return new ServiceWayIn(house::authenticator, house::administration, house::audit);
  }
}
