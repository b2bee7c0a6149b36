package org.ichido.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.inject.Inject;
import javax.jms.ConnectionFactory;
import org.ichido.api.Audit;
import org.ichido.api.Authenticator;
import org.ichido.api.NoAnswer;
import org.ichido.api.TokenAdministration;
import org.ichido.evidence.Check;
import org.ichido.evidence.Evidence;
import org.ichido.evidence.Requirement;
import org.ichido.races.Races;
import org.ichido.races.Races.Race;
import org.ichido.races.ServiceWayIn;
import org.ichido.races.WayIn;
import org.junit.After;
import org.junit.Before;
import org.junit.FixMethodOrder;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.MethodSorters;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.BundleContext;

/**
 * The races through the queues of the distribution, and the same races with mutants of its bundles,
 * each of which one of them must catch.
 */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
@FixMethodOrder(MethodSorters.NAME_ASCENDING)
public class RacesIT {
  private static final int ROUNDS = 200;
  private static final int FEWER_ROUNDS = 25;
  private static final int ROUNDS_AFTERWARDS = 10;
  private static final int MUTANT_ROUNDS = 5;

  /**
   * A race is lost by chance: of the rounds with read-then-write, one in ten was. After so many
   * times {@link #MUTANT_ROUNDS} the chance to miss it is below one in a thousand million.
   */
  private static final int MOST_TIMES = 40;

  private static final long PATIENCE = Duration.ofSeconds(60).toNanos();

  @Inject private BundleContext context;

  private PresentService<ConnectionFactory> queues;
  private PresentService<Authenticator> authenticator;
  private PresentService<TokenAdministration> administration;
  private PresentService<Audit> audit;
  private ServiceWayIn services;

  @Configuration
  public Option[] distributionAndMutants() {
    Path classes = Path.of(InKaraf.property("ichido.work"), "mutants");
    MutantCompiler compiler =
        new MutantCompiler(
            Path.of(InKaraf.property("ichido.bundles")),
            classes,
            InKaraf.property("ichido.mutants.classpath"));
    Mutant.ALL.forEach(compiler::compile);
    compiler.compile(Mutant.CALLERS_DECIDE);
    return new Option[] {
      InKaraf.distribution(),
      bundle("file:" + InKaraf.property("ichido.races")),
      systemProperty("ichido.mutants").value(classes.toString())
    };
  }

  @Before
  public void kinsanIsServed() throws Exception {
    queues = new PresentService<>(context, ConnectionFactory.class, "(name=ichido)");
    authenticator = new PresentService<>(context, Authenticator.class);
    administration = new PresentService<>(context, TokenAdministration.class);
    audit = new PresentService<>(context, Audit.class);
    queues.await();
    audit.await();
    authenticator.await();
    administration.await();
    services = new ServiceWayIn(authenticator::get, administration::get, audit::get);
    try (ServedBanks banks = new ServedBanks(context)) {
      banks.untilServed();
    }
    untilAnswered();
  }

  @After
  public void letGo() {
    services.close();
    queues.close();
    authenticator.close();
    administration.close();
    audit.close();
  }

  @Test
  @Requirement("S4-2")
  public void a_sixtyFourMessagesWithOneCodeAndExactlyOneIsAccepted() throws Exception {
    holdByQueue("64 threads with one code, one accepted", ROUNDS, Races::oneCode);
  }

  @Test
  @Requirement("S4-36")
  public void b_sixtyFourWrongCodesAndExactlyFiveAreCounted() throws Exception {
    holdByQueue("64 wrong codes at once, 5 counted (S4-36)", FEWER_ROUNDS, Races::wrongCodes);
  }

  @Test
  public void c_oneRequestInSixtyFourMessagesIsOneEffectAndOneReply() throws Exception {
    holdByQueue(
        "64 times one request at once, one effect, equal replies", FEWER_ROUNDS, Races::oneRequest);
  }

  @Test
  public void d_ofTwoContentsUnderOneIdOneIsJudged() throws Exception {
    holdByQueue(
        "one request id with two contents at once, one judged",
        FEWER_ROUNDS,
        Races::oneIdWithTwoContents);
  }

  @Test
  public void e_aRightCodeAmongWrongOnesMakesOneStory() throws Exception {
    holdByQueue(
        "one right code among 63 wrong ones at once", FEWER_ROUNDS, Races::oneRightAmongWrongOnes);
  }

  @Test
  @Requirement("S4-38")
  public void f_unlocksOfTheBranchAmongWrongCodesLoseNeitherCountNorLock() throws Exception {
    holdByQueue(
        "8 unlocks among 56 wrong codes at once (S4-38)",
        FEWER_ROUNDS,
        Races::unlocksAmongWrongOnes);
  }

  @Test
  public void g_twoTokensDoNotDisturbEachOther() throws Exception {
    holdByQueue("two tokens at once, neither disturbs", FEWER_ROUNDS, Races::twoTokens);
  }

  /** Here the database alone decides who was first. */
  @Test
  public void h_whenEveryCallerDecidesByItselfTheConditionalUpdateAloneHolds() throws Exception {
    try (ReplacedBundle replaced = replaced(Mutant.CALLERS_DECIDE)) {
      untilAnswered();
      Races races = new Races(services, FEWER_ROUNDS);
      hold(races, "64 with one code, every caller decides by itself", Races::oneCode);
      hold(races, "64 wrong codes, every caller decides by itself", Races::wrongCodes);
      hold(races, "64 times one request, every caller decides by itself", Races::oneRequest);
    }
    untilAnswered();
  }

  @Test
  public void i_everyMutantIsCaughtByTheRaceThatFindsNothingInTheProduct() throws Exception {
    for (Mutant mutant : Mutant.ALL) {
      try (ReplacedBundle replaced = replaced(mutant)) {
        untilAnswered();
        caught(mutant, "service", services);
      }
      untilAnswered();
    }
  }

  @Test
  public void j_theInboxSwitchedOffIsCaughtThroughTheQueueToo() throws Exception {
    try (ReplacedBundle replaced = replaced(Mutant.NO_INBOX)) {
      untilAnswered();
      queues.await(); // without core's randomness there was no broker either
      try (Hosts hosts = new Hosts(queues.get());
          QueueWayIn way = new QueueWayIn(hosts, services)) {
        caught(Mutant.NO_INBOX, "queue", way);
      }
    }
    untilAnswered();
  }

  @Test
  public void k_afterTheMutantsTheProductIsBack() throws Exception {
    for (Mutant mutant : Mutant.ALL) {
      Races races = new Races(services, ROUNDS_AFTERWARDS);
      hold(races, "put back after '" + mutant.name() + "': " + mutant.catcher(), mutant.race());
    }
    assertEquals(Optional.empty(), audit.get().verifyChain().fault());
  }

  private static void caught(Mutant mutant, String wayIn, WayIn way) throws Exception {
    Evidence mutants = new Evidence("mutants", 2, "mutant", "caught by", "tries", "wrong");
    Check check = new Check(mutants, mutant.name(), "RacesIT " + mutant.catcher() + ", " + wayIn);
    for (int times = 0; times < MOST_TIMES && check.wrong().isEmpty(); times++) {
      mutant.race().run(new Races(way, MUTANT_ROUNDS), check);
    }
    check.caught();
  }

  private ReplacedBundle replaced(Mutant mutant) throws Exception {
    Path classes = Path.of(System.getProperty("ichido.mutants"), mutant.classes());
    return new ReplacedBundle(context, mutant.bundle(), classes);
  }

  private void holdByQueue(String name, int rounds, Race race) throws Exception {
    Check check = new Check(Evidence.attacks(), name, "queue");
    try (Hosts hosts = new Hosts(queues.get());
        QueueWayIn way = new QueueWayIn(hosts, services)) {
      race.run(new Races(way, rounds), check);
    }
    check.done();
  }

  private static void hold(Races races, String name, Race race) throws Exception {
    Check check = new Check(Evidence.attacks(), name, "service");
    race.run(races, check);
    check.done();
  }

  /** A bundle was replaced: until the services have found each other again there is no answer. */
  private void untilAnswered() {
    long end = System.nanoTime() + PATIENCE;
    while (true) {
      try {
        services.register();
        return;
      } catch (NoAnswer e) {
        assertTrue("the services find each other again: " + e, System.nanoTime() < end);
        Thread.onSpinWait();
      }
    }
  }
}
