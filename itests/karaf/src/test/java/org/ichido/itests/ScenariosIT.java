package org.ichido.itests;

import static org.ops4j.pax.exam.CoreOptions.options;

import java.time.Instant;
import javax.inject.Inject;
import javax.jms.ConnectionFactory;
import org.ichido.api.TransportKeys;
import org.ichido.evidence.Requirement;
import org.ichido.testkit.clock.DrivenClock;
import org.ichido.testkit.host.HostCharacters;
import org.ichido.testkit.karaf.IchidoInKaraf;
import org.ichido.testkit.token.TransportKey;
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
import org.ops4j.pax.exam.util.Filter;
import org.osgi.framework.BundleContext;

/**
 * Three banks in one container, each from the application to the change of device and to the end,
 * through their queues alone and by real mail, over years of the driven clock.
 */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
@FixMethodOrder(MethodSorters.NAME_ASCENDING)
public class ScenariosIT {
  /** Noon of a Thursday in Japan. */
  private static final Instant START = Instant.parse("2027-04-01T03:00:00Z");

  @Inject private BundleContext context;
  @Inject private DrivenClock clock;
  @Inject private TransportKeys keys;

  @Inject
  @Filter("(name=ichido)")
  private ConnectionFactory queues;

  private TransportKey key;

  @Configuration
  public Option[] distribution() {
    return options(InKaraf.distribution(), IchidoInKaraf.clockAt(START), MailServer.inUse());
  }

  @Before
  public void allThreeAreServed() throws Exception {
    ExampleBanks.inForce(context);
    key = TransportKey.ofPem(keys.current().pem());
  }

  private Scenario scenario(String bank, String code, String sender, HostCharacters characters)
      throws Exception {
    return new Scenario(bank, code, sender, characters, queues, clock, key);
  }

  @Test
  @Requirement({
    "S0-1", "S0-2", "S0-4", "S0-10", "S0-13", "S0-14", "S0-15", "S0-20", "S0-21", "S0-23", "S0-24",
    "S0-25", "S0-26", "S0-35", "S0-37", "S0-38", "S0-40", "S0-41", "S1-1", "S1-2", "S1-5", "S1-8",
    "S1-9", "S1-10", "S1-11", "S1-12", "S1-15", "S1-19", "S1-24", "S1-26"
  })
  public void a_kansaiMiraiFromTheApplicationToTheEndOfTheContract() throws Exception {
    try (Scenario scenario =
        scenario("mirai", "9991", "kansai-mirai", HostCharacters.LATIN_EBCDIC)) {
      new MiraiScenario(scenario).run();
    }
  }

  @Test
  @Requirement({
    "S2-2", "S2-4", "S2-5", "S2-12", "S2-13", "S2-17", "S2-18", "S2-19", "S2-20", "S2-21", "S2-23",
    "S2-24"
  })
  public void b_watashiNoShitenFromTheApplicationToTheThirdPhone() throws Exception {
    try (Scenario scenario =
        scenario("shiten", "9992", "watashi-no-shiten", HostCharacters.SHIFT_JIS)) {
      new ShitenScenario(scenario).run();
    }
  }

  @Test
  @Requirement({
    "S3-1", "S3-4", "S3-6", "S3-8", "S3-10", "S3-12", "S3-13", "S3-14", "S3-15", "S3-16", "S3-17",
    "S3-18", "S3-20", "S3-21", "S3-22", "S3-24", "S3-25", "S3-26", "S3-27", "S3-28"
  })
  public void c_kenshinFromTheApplicationToTheUserWhoLeaves() throws Exception {
    try (Scenario scenario = scenario("kenshin", "9993", "shiga-kenshin", HostCharacters.UTF_8)) {
      new KenshinScenario(scenario).run();
    }
  }
}
