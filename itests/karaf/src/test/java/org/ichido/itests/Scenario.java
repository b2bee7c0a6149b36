package org.ichido.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import javax.jms.ConnectionFactory;
import javax.jms.JMSException;
import org.ichido.evidence.Evidence;
import org.ichido.testkit.clock.DrivenClock;
import org.ichido.testkit.host.AppRecords;
import org.ichido.testkit.host.BankEvent;
import org.ichido.testkit.host.BankHost;
import org.ichido.testkit.host.ChannelRecords;
import org.ichido.testkit.host.CoreRecords;
import org.ichido.testkit.host.Customer;
import org.ichido.testkit.host.EmbeddedBroker;
import org.ichido.testkit.host.EventReader;
import org.ichido.testkit.host.HostCharacters;
import org.ichido.testkit.host.HostRecord;
import org.ichido.testkit.host.OperatorRecords;
import org.ichido.testkit.host.RequestIds;
import org.ichido.testkit.token.AppActivation;
import org.ichido.testkit.token.Phone;
import org.ichido.testkit.token.TransportKey;

/**
 * One bank at work: its programs at the queues and its customers' phones, all in the time of the
 * driven clock. Each step is a row of evidence, also the one that fails.
 */
final class Scenario implements AutoCloseable {
  static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  static final Duration MINUTE = Duration.ofMinutes(1);

  /** Eight digits, which no other text has by chance. */
  static final String PASSWORD = "58203917";

  private static final String TERMS = "2026-04";

  final ChannelRecords channel;
  final OperatorRecords first;
  final OperatorRecords second;
  final AppRecords app;
  final CoreRecords core;
  final DrivenClock clock;
  final TransportKey key;

  private final String bank;
  private final String sender;
  private final Evidence evidence =
      new Evidence("scenarios", 2, "bank", "step", "what", "sent", "came back", "wanted");
  private final BankPrograms programs;
  private final EventReader events;
  private int step;
  private int mails;

  Scenario(
      String bank,
      String code,
      String sender,
      HostCharacters characters,
      ConnectionFactory queues,
      DrivenClock clock,
      TransportKey key)
      throws JMSException, IOException {
    this.bank = bank;
    this.sender = sender + "@otp-auth.net";
    this.clock = clock;
    this.key = key;
    BankHost host = new BankHost(code, clock);
    RequestIds ids = new RequestIds(bank);
    channel = new ChannelRecords(host, ids);
    first = new OperatorRecords(host, ids, "OP000001");
    second = new OperatorRecords(host, ids, "OP000002");
    app = new AppRecords(host, ids);
    core = new CoreRecords(host, ids);
    programs = new BankPrograms(bank, characters, queues);
    events =
        EventReader.loggedIn(
            queues,
            "core",
            EmbeddedBroker.password("core"),
            queue("OTP.EVENT"),
            HostCharacters.LATIN_EBCDIC);
  }

  private String queue(String name) {
    return bank.toUpperCase(Locale.ROOT) + "." + name;
  }

  /** Puts a record and compares what came back, in short, with what is wanted. */
  HostRecord step(String what, HostRecord record, String wanted) throws JMSException, IOException {
    HostRecord reply = programs.answerTo(record);
    String came = BankPrograms.inShort(record, reply);
    String sent = (record.get("ICH-RECORD-TYPE") + " " + record.get("ICH-USER")).strip();
    seen(what, sent, came, wanted);
    return reply;
  }

  /** A step that is no request. */
  void seen(String what, String sent, String came, String wanted) throws IOException {
    step++;
    evidence.row(bank, "%03d".formatted(step), what, sent, came, wanted);
    assertEquals(bank + " " + step + ": " + what, wanted, came);
  }

  /** The time of the records and phones goes on. */
  void minute() {
    clock.advance(MINUTE);
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), JAPAN);
  }

  static Instant midnight(LocalDate day) {
    return day.atStartOfDay(JAPAN).toInstant();
  }

  /** The phone's code, in a minute of its own, for a transfer. */
  void paysWith(String what, Customer customer, Phone phone, String wanted) throws Exception {
    minute();
    step(what, transfer(customer, phone), wanted);
  }

  void fiveWrongCodesLock(Customer customer, Phone phone) throws Exception {
    minute();
    for (int i = 1; i <= 5; i++) {
      String what = "wrong code number " + i;
      step(what, channel.verify(customer, "TRANSFER", "APPROVE", phone.wrongCode()), "REFUSED");
    }
    step("the right code of a locked token", transfer(customer, phone), "REFUSED");
    step("a locked token", first.describe(customer), "ACTIVE, locked Y, last REFUSED LOCKED");
  }

  /** The code on the phone's display, for a transfer. */
  HostRecord transfer(Customer customer, Phone phone) {
    return channel.verify(customer, "TRANSFER", "APPROVE", phone.code());
  }

  /** A later expiry, by the code on the display. */
  HostRecord renewal(Enrolled enrolled) {
    AppActivation pair = enrolled.activation();
    return app.renew(pair.serviceId(), pair.userId(), enrolled.phone().code());
  }

  /**
   * A customer with a token in use.
   *
   * @param activation what was typed into the app
   * @param phone what shows the codes
   */
  record Enrolled(AppActivation activation, Phone phone) {}

  /** From the form at the PC to the first code. */
  Enrolled enrols(Customer customer, String device, String deviceClass) throws Exception {
    AppActivation activation = mailed(customer, issued("the form is sent", customer));
    Phone phone = new Phone(device, deviceClass, clock);
    activates(customer, activation, phone);
    confirms(customer, phone);
    return new Enrolled(activation, phone);
  }

  /** What the mail must say is the pair that the reply says. */
  private Issued issued(String what, Customer customer) throws Exception {
    String address = address();
    HostRecord asked = channel.issue(customer, address, key.encrypted(PASSWORD));
    return new Issued(address, step(what, asked, "DONE"));
  }

  record Issued(String address, HostRecord reply) {}

  Issued reissued(String what, Customer customer) throws Exception {
    String address = address();
    HostRecord asked = channel.reissue(customer, address, key.encrypted(PASSWORD));
    return new Issued(address, step(what, asked, "DONE"));
  }

  Issued issued(Customer customer) throws Exception {
    return issued("a token is asked for", customer);
  }

  private String address() {
    mails++;
    return "customer" + mails + "@" + bank + ".example";
  }

  /** Reads the mail as the customer does, and types what it says into the app. */
  AppActivation mailed(Customer customer, Issued issued) throws Exception {
    ReceivedMail mail = ReceivedMail.awaited(Integer.getInteger(MailServer.POP3), issued.address());
    String text = mail.text();
    String pair =
        issued.reply().get("ICH-SERVICE-ID") + " " + issued.reply().get("ICH-ACTIVATION-USER-ID");
    String[] said = pair.split(" ", -1);
    seen(
        "the mail bears service id and user id, as the screen shows them",
        "mail to " + customer.user(),
        Boolean.toString(text.contains(said[0]) && text.contains(said[1])),
        "true");
    seen(
        "the mail says where the app is, and from whom it is",
        mail.head("From"),
        Boolean.toString(
            text.contains("https://www.example.jp/otp-app/" + bank + "/")
                && mail.head("From").equals("From: " + sender)),
        "true");
    assertFalse("the activation password is in no mail", text.contains(PASSWORD));
    return new AppActivation(said[0], said[1], PASSWORD, key);
  }

  HostRecord activates(Customer customer, AppActivation activation, Phone phone) throws Exception {
    HostRecord asked = app.activate(activation, phone, TERMS);
    HostRecord reply = step("the app asks for the seed, for " + customer.user(), asked, "DONE");
    phone.install(app.token(activation, reply));
    return reply;
  }

  void confirms(Customer customer, Phone phone) throws Exception {
    minute();
    step("a code before the confirmation", transfer(customer, phone), "REFUSED");
    step("the first code confirms", channel.confirm(customer, phone.code()), "ACCEPTED");
    step("that code again", transfer(customer, phone), "REFUSED");
  }

  /** Reads on until core banking was told of one. */
  void awaits(String contract, String type) throws Exception {
    List<BankEvent> all = events.until(contract, type, 1);
    seen("core banking is told", queue("OTP.EVENT"), all.get(all.size() - 1).type(), type);
  }

  /** Core banking was told all of it, in order and without a gap. */
  List<BankEvent> told(String contract, String wantedInOrder) throws Exception {
    List<String> wanted = List.of(wantedInOrder.split(" ", -1));
    String last = wanted.get(wanted.size() - 1);
    int count = (int) wanted.stream().filter(last::equals).count();
    List<BankEvent> all = events.until(contract, last, count);
    seen(
        "events of " + contract,
        queue("OTP.EVENT"),
        String.join(" ", all.stream().map(BankEvent::type).toList()),
        wantedInOrder);
    assertEquals(
        "sequence numbers of the contract, without a gap",
        LongStream.rangeClosed(1, wanted.size()).boxed().toList(),
        all.stream().map(BankEvent::contractSequence).toList());
    for (BankEvent event : all) {
      List<Long> ofToken =
          all.stream()
              .filter(other -> !event.token().isEmpty() && other.token().equals(event.token()))
              .map(BankEvent::tokenSequence)
              .toList();
      assertTrue(
          event + " in " + ofToken,
          ofToken.equals(LongStream.rangeClosed(1, ofToken.size()).boxed().toList()));
    }
    return all;
  }

  @Override
  public void close() throws JMSException {
    programs.close();
    events.close();
  }
}
