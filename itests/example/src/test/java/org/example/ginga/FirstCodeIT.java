package org.example.ginga;

import static org.junit.Assert.assertEquals;
import static org.ops4j.pax.exam.CoreOptions.options;

import java.io.File;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import javax.inject.Inject;
import javax.jms.ConnectionFactory;
import org.ichido.api.TransportKeys;
import org.ichido.testkit.clock.DrivenClock;
import org.ichido.testkit.host.AppRecords;
import org.ichido.testkit.host.BankHost;
import org.ichido.testkit.host.ChannelRecords;
import org.ichido.testkit.host.CoreRecords;
import org.ichido.testkit.host.Customer;
import org.ichido.testkit.host.EmbeddedBroker;
import org.ichido.testkit.host.HostProgram;
import org.ichido.testkit.host.HostRecord;
import org.ichido.testkit.host.RequestIds;
import org.ichido.testkit.karaf.IchidoInKaraf;
import org.ichido.testkit.token.AppActivation;
import org.ichido.testkit.token.Phone;
import org.ichido.testkit.token.TransportKey;
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

/** Ginga Bank's own profile, its programs at the queues, and a customer who enrols a phone. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class FirstCodeIT {
  private static final Instant NOON = Instant.parse("2027-04-01T03:00:00Z");

  /** Static, because the runner makes a new object for each test of one container. */
  private static final RequestIds IDS = new RequestIds("example");

  private static final AtomicInteger COUNT = new AtomicInteger();

  @Inject private DrivenClock clock;
  @Inject private TransportKeys keys;

  @Inject
  @Filter("(name=ichido)")
  private ConnectionFactory queues;

  private final Customer taro = new Customer("C0001", "taro" + COUNT.incrementAndGet());
  private HostProgram channel;
  private HostProgram app;
  private HostProgram core;
  private ChannelRecords records;
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
    BankHost ginga = new BankHost("0417", clock);
    records = new ChannelRecords(ginga, IDS);
    channel = program("channel", "GINGA.OTP.REQUEST", "GINGA.CHANNEL.REPLY");
    app = program("app", "GINGA.OTP.APP", "GINGA.APP.REPLY");
    core = program("core", "GINGA.OTP.CORE", "GINGA.CORE.REPLY");
    channel.untilServed(ginga);

    CoreRecords told = new CoreRecords(ginga, IDS);
    core.answerTo(told.openContract(taro.contract(), LocalDate.of(2027, 4, 1), "SOFT"));
    core.answerTo(told.addUser(taro, "MASTER"));

    TransportKey key = TransportKey.ofPem(keys.current().pem());
    HostRecord issued =
        channel.answerTo(records.issue(taro, "taro@example.jp", key.encrypted("4711")));
    AppActivation activation =
        new AppActivation(
            issued.get("ICH-SERVICE-ID"), issued.get("ICH-ACTIVATION-USER-ID"), "4711", key);
    phone = new Phone("phone-of-" + taro.user(), "SMARTPHONE", clock);
    AppRecords asked = new AppRecords(ginga, IDS);
    HostRecord seed = app.answerTo(asked.activate(activation, phone, "2026-04"));
    phone.install(asked.token(activation, seed));
    assertEquals("ACCEPTED", verdict(records.confirm(taro, phone.code())));
    clock.advance(Duration.ofMinutes(1));
  }

  private HostProgram program(String user, String requests, String replies) throws Exception {
    return HostProgram.loggedIn(queues, user, EmbeddedBroker.password(user), requests, replies);
  }

  @After
  public void hangUp() throws Exception {
    channel.close();
    app.close();
    core.close();
  }

  @Test
  public void aCodeIsAcceptedOnceAndTheNextOneAMinuteLater() throws Exception {
    assertEquals("ACCEPTED", verdict(transfer(phone.code())));
    assertEquals("REFUSED", verdict(transfer(phone.code())));

    clock.advance(Duration.ofMinutes(1));
    assertEquals("ACCEPTED", verdict(transfer(phone.code())));
  }

  @Test
  public void aPhoneThatIsTenMinutesFastIsRefusedUntilItsClockIsRight() throws Exception {
    phone.drift(Duration.ofMinutes(10));
    assertEquals("REFUSED", verdict(transfer(phone.code())));

    phone.drift(Duration.ZERO);
    assertEquals("ACCEPTED", verdict(transfer(phone.code())));
  }

  @Test
  public void fiveWrongCodesLockAlsoThirtyDaysLater() throws Exception {
    for (int i = 0; i < 5; i++) {
      assertEquals("REFUSED", verdict(transfer(phone.wrongCode())));
    }

    clock.advance(Duration.ofDays(30));
    assertEquals("REFUSED", verdict(transfer(phone.code())));
  }

  private HostRecord transfer(String code) {
    return records.verify(taro, "TRANSFER", "SUBMIT", code);
  }

  private String verdict(HostRecord request) throws Exception {
    return channel.answerTo(request).get("ICH-VERDICT");
  }
}
