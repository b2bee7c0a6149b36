package org.ichido.transports;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.jms.JMSException;
import org.ichido.evidence.Check;
import org.ichido.evidence.Evidence;
import org.ichido.spi.transport.RequestType;
import org.ichido.testkit.host.HostRecord;
import org.ichido.testkit.host.RecordType;

/**
 * What came back of each type of record, and how. A type of which nothing came back has a check in
 * which nothing was tried, and that is a failure.
 */
final class RoundTrips implements AutoCloseable {
  /** What is asked about a fee, and what is told of an event: no request of a bank's program. */
  enum Own {
    DEBIT,
    REFUND,
    DEBIT_INQUIRY,
    EVENT
  }

  /** Answered afresh each time: they judge nothing. */
  private static final Set<RequestType> AFRESH =
      Set.of(RequestType.NEXT, RequestType.ECHO, RequestType.INQUIRE);

  private final Transport transport;
  private final Map<Bank, Map<Bank.Desk, Requester>> requesters = new EnumMap<>(Bank.class);
  private final Map<Enum<?>, Check> checks = new LinkedHashMap<>();

  RoundTrips(Transport transport, Evidence evidence, String name) {
    this.transport = transport;
    Stream.concat(Arrays.stream(RequestType.values()), Arrays.stream(Own.values()))
        .forEach(type -> checks.put(type, new Check(evidence, title(type), name)));
  }

  static String title(Enum<?> type) {
    return "round trip " + type.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  Map<Enum<?>, Check> checks() {
    return checks;
  }

  /** Puts a request that shall be done, and once more. */
  HostRecord done(String what, HostRecord record) throws JMSException, IOException {
    return says(what, record, "ICH-RESPONSE-REASON", "DONE");
  }

  HostRecord says(String what, HostRecord record, String field, String wanted)
      throws JMSException, IOException {
    RequestType type = RequestType.valueOf(RecordType.of(record.get("ICH-RECORD-TYPE")).name());
    Check check = checks.get(type);
    Requester requester = requester(record);
    Instant put = Instant.now();
    String id = requester.put(requester.message(record, Manner.USUAL), Manner.USUAL);
    Answer answer = requester.answerTo(id);
    HostRecord reply = answer.to(record);
    check.equal(what + ": " + field, wanted, reply.get(field));
    envelope(check, what, record, answer);
    check.equal(what + ": correlation", id, answer.correlation());
    check.that(
        what + ": it lives no longer than its request, but " + answer.expiration(),
        answer.expiration() > put.toEpochMilli()
            && answer.expiration() <= Instant.now().plus(Manner.USUAL.lives()).toEpochMilli());
    if (!AFRESH.contains(type)) {
      record.move("ICH-RESEND", "Y").move("ICH-SENT-AT", Instant.now());
      check.that(
          what + ": a resend gets the same bytes",
          Arrays.equals(answer.bytes(), requester.ask(record).bytes()));
    }
    return reply;
  }

  private static void envelope(Check check, String what, HostRecord record, Answer answer) {
    HostRecord header = answer.header();
    check.equal(what + ": kind", "R", header.get("ICH-KIND"));
    for (String same : new String[] {"ICH-RECORD-TYPE", "ICH-REQUEST-ID", "ICH-BANK"}) {
      check.equal(what + ": " + same, record.get(same), header.get(same));
    }
    check.equal(what + ": characters", Manner.USUAL.characters(), answer.characters());
    check.equal(what + ": as text", Manner.USUAL.text(), answer.text());
    check.equal(what + ": persistence", Manner.USUAL.deliveryMode(), answer.deliveryMode());
  }

  /** Asks until it is said, and keeps the last. What goes before may be refused: it is early. */
  HostRecord untilSaid(String what, java.util.function.Supplier<HostRecord> asked, String wanted)
      throws JMSException, IOException {
    long end = System.nanoTime() + org.ichido.testkit.host.HostProgram.PATIENCE.toNanos();
    HostRecord record = asked.get();
    while (!requester(record).ask(record).to(record).get("ICH-RESPONSE-REASON").equals(wanted)) {
      if (System.nanoTime() > end) {
        break;
      }
      record = asked.get();
    }
    return says(what, record, "ICH-RESPONSE-REASON", wanted);
  }

  Requester requester(HostRecord record) throws JMSException, IOException {
    Bank bank =
        Arrays.stream(Bank.values())
            .filter(one -> one.code().equals(record.get("ICH-BANK")))
            .findFirst()
            .orElseThrow();
    Bank.Desk desk = Bank.Desk.of(record);
    Map<Bank.Desk, Requester> ofBank =
        requesters.computeIfAbsent(bank, none -> new EnumMap<>(Bank.Desk.class));
    Requester there = ofBank.get(desk);
    if (there == null) {
      there = Requester.of(transport, bank, desk);
      ofBank.put(desk, there);
    }
    return there;
  }

  @Override
  public void close() throws JMSException {
    for (Map<Bank.Desk, Requester> ofBank : requesters.values()) {
      for (Requester requester : ofBank.values()) {
        requester.close();
      }
    }
  }
}
