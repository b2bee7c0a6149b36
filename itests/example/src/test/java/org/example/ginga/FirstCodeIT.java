package org.example.ginga;

import static org.junit.Assert.assertEquals;
import static org.ops4j.pax.exam.CoreOptions.options;

import java.io.File;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.inject.Inject;
import javax.jms.ConnectionFactory;
import org.ichido.api.Actor;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.Holder;
import org.ichido.api.RegisterRequest;
import org.ichido.api.RequestId;
import org.ichido.api.RequestKey;
import org.ichido.api.Requester;
import org.ichido.api.Seed;
import org.ichido.api.TokenAdministration;
import org.ichido.api.TokenKind;
import org.ichido.api.UserId;
import org.ichido.testkit.clock.DrivenClock;
import org.ichido.testkit.host.BankHost;
import org.ichido.testkit.host.EmbeddedBroker;
import org.ichido.testkit.host.HostProgram;
import org.ichido.testkit.host.HostRecord;
import org.ichido.testkit.karaf.IchidoInKaraf;
import org.ichido.testkit.token.Phone;
import org.ichido.testkit.token.TokenApp;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.ops4j.pax.exam.util.Filter;

/** Ginga Bank's own profile, its program at the queue, and a customer with a phone. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class FirstCodeIT {
  private static final Instant NOON = Instant.parse("2027-04-01T03:00:00Z");

  /** Static, because the runner makes a new object for each test of one container. */
  private static final AtomicInteger COUNT = new AtomicInteger();

  @Inject private TokenAdministration tokens;
  @Inject private DrivenClock clock;

  @Inject
  @Filter("(name=ichido)")
  private ConnectionFactory queues;

  private final String user = "user" + COUNT.incrementAndGet();
  private BankHost ginga;
  private HostProgram channel;
  private Phone phone;

  @Configuration
  public Option[] ichido() {
    return options(
        IchidoInKaraf.distribution(),
        IchidoInKaraf.clockAt(NOON),
        IchidoInKaraf.inEtc(new File("src/test/resources/etc/org.ichido.bank~ginga.cfg")));
  }

  @Before
  public void aCustomerWithAPhone() throws Exception {
    ginga = new BankHost("0417", clock);
    channel =
        HostProgram.loggedIn(
            queues,
            "channel",
            EmbeddedBroker.password("channel"),
            "GINGA.OTP.REQUEST",
            "GINGA.CHANNEL.REPLY");
    channel.untilServed(ginga);

    byte[] secret = new byte[20];
    new SecureRandom().nextBytes(secret);
    phone = new Phone(TokenApp.withSeed(secret), clock);
    try (Seed seed = Seed.copyOf(secret)) {
      tokens.register(
          new RegisterRequest(
              new RequestKey(new Requester("example"), new RequestId("register-" + user)),
              new Holder(new BankId("ginga"), new ContractId("C0001"), new UserId(user)),
              TokenKind.SOFT,
              seed,
              Optional.empty(),
              new Actor.Administrator("example")));
    }
  }

  @After
  public void hangUp() throws Exception {
    channel.close();
  }

  @Test
  public void aCodeIsAcceptedOnceAndTheNextOneAMinuteLater() throws Exception {
    assertEquals("ACCEPTED", verdict(phone.code()));
    assertEquals("REFUSED", verdict(phone.code()));

    clock.advance(Duration.ofMinutes(1));
    assertEquals("ACCEPTED", verdict(phone.code()));
  }

  @Test
  public void aPhoneThatIsTenMinutesFastIsRefusedUntilItsClockIsRight() throws Exception {
    phone.drift(Duration.ofMinutes(10));
    assertEquals("REFUSED", verdict(phone.code()));

    phone.drift(Duration.ZERO);
    assertEquals("ACCEPTED", verdict(phone.code()));
  }

  @Test
  public void fiveWrongCodesLockAlsoThirtyDaysLater() throws Exception {
    for (int i = 0; i < 5; i++) {
      assertEquals("REFUSED", verdict(phone.wrongCode()));
    }

    clock.advance(Duration.ofDays(30));
    assertEquals("REFUSED", verdict(phone.code()));
  }

  private String verdict(String code) throws Exception {
    String requestId = "example-" + COUNT.incrementAndGet();
    HostRecord reply = channel.answerTo(ginga.verify(requestId, "C0001", user, code));
    return reply.get("ICH-VERDICT");
  }
}
