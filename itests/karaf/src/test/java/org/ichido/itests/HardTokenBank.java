package org.ichido.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import javax.jms.JMSException;
import org.ichido.evidence.Evidence;
import org.ichido.simulators.CoreBanking;
import org.ichido.simulators.DebitQueue;
import org.ichido.testkit.host.BankEvent;
import org.ichido.testkit.host.BankHost;
import org.ichido.testkit.host.ChannelRecords;
import org.ichido.testkit.host.CoreRecords;
import org.ichido.testkit.host.EventReader;
import org.ichido.testkit.host.FeeRequest;
import org.ichido.testkit.host.HostCharacters;
import org.ichido.testkit.host.HostProgram;
import org.ichido.testkit.host.HostRecord;
import org.ichido.testkit.host.OperatorRecords;
import org.ichido.testkit.host.RequestIds;

/**
 * Kinsan's programs at the queues of a server that is killed, core banking behind them, and a row
 * of evidence for each step, also for the one that fails.
 */
final class HardTokenBank implements AutoCloseable {
  private static final long PATIENCE = Duration.ofSeconds(60).toNanos();

  final ChannelRecords channel;
  final OperatorRecords branch;
  final CoreRecords core;
  final CoreBanking coreBanking = new CoreBanking();

  private final DrivenServer server;
  private final Evidence evidence =
      new Evidence("hard-tokens", 1, "step", "what", "sent", "came back", "wanted");
  private BankPrograms programs;
  private DebitQueue debits;
  private int step;

  HardTokenBank(DrivenServer server) throws JMSException, IOException {
    this.server = server;
    BankHost host = new BankHost("9990", server);
    RequestIds ids = new RequestIds("hard");
    channel = new ChannelRecords(host, ids);
    branch = new OperatorRecords(host, ids, "OP000001");
    core = new CoreRecords(host, ids);
    connect();
  }

  /** To the queues, for the first time or after the server was away. */
  void connect() throws JMSException, IOException {
    programs =
        new BankPrograms("kinsan", HostCharacters.LATIN_EBCDIC, server.queues(), server::password);
    debits =
        DebitQueue.loggedIn(
            server.queues(),
            "core",
            server.password("core"),
            "KINSAN.OTP.DEBIT",
            "KINSAN.OTP.DEBIT.REPLY",
            coreBanking);
  }

  /** Puts a record and compares what came back, in short, with what is wanted. */
  HostRecord step(String what, HostRecord record, String wanted) throws JMSException, IOException {
    HostRecord reply = programs.answerTo(record);
    String sent = (record.get("ICH-RECORD-TYPE") + " " + record.get("ICH-USER")).strip();
    seen(what, sent, BankPrograms.inShort(record, reply), wanted);
    return reply;
  }

  /** A step that is no request. */
  void seen(String what, String sent, String came, String wanted) throws IOException {
    step++;
    evidence.row("%03d".formatted(step), what, sent, came, wanted);
    assertEquals(step + ": " + what, wanted, came);
  }

  /** A command, in whose answer these words must stand; runs of spaces are one. */
  String says(String what, String command, String wanted) throws Exception {
    String said = server.shell(command).replaceAll(" +", " ");
    seen(what, command, said.contains(wanted) ? wanted : said, wanted);
    return said;
  }

  /** The next record on the debit queue, which core banking serves as it was told. */
  FeeRequest coreBankingIsAsked(String what, String wanted) throws Exception {
    FeeRequest asked = debits.serveNext(HostProgram.PATIENCE).orElseThrow();
    seen(
        what,
        "KINSAN.OTP.DEBIT",
        "%s %s of order %d, %d yen, resend %s"
            .formatted(
                asked.record().get("ICH-RECORD-TYPE"),
                asked.subject(),
                asked.order(),
                asked.yen(),
                asked.record().get("ICH-RESEND")),
        wanted);
    return asked;
  }

  /** Core banking sends what it held back for an order, so many times each. */
  void coreBankingAnswers(int order, int times) throws JMSException {
    assertTrue("something was held back", debits.tell(order, times) > 0);
  }

  /** Until the shell says so: what comes by a queue is handled when it is handled. */
  String until(String what, String command, String wanted) throws Exception {
    long end = System.nanoTime() + PATIENCE;
    String said = server.shell(command).replaceAll(" +", " ");
    while (!said.contains(wanted) && System.nanoTime() < end) {
      said = server.shell(command).replaceAll(" +", " ");
    }
    seen(what, command, said.contains(wanted) ? wanted : said, wanted);
    return said;
  }

  /** Core banking was told all of it, in order, without a gap, and over the kill. */
  void told(String contract, String wantedInOrder) throws JMSException, IOException {
    List<String> wanted = List.of(wantedInOrder.split(" ", -1));
    String last = wanted.get(wanted.size() - 1);
    int count = (int) wanted.stream().filter(last::equals).count();
    try (EventReader events =
        EventReader.loggedIn(
            server.queues(),
            "core",
            server.password("core"),
            "KINSAN.OTP.EVENT",
            HostCharacters.LATIN_EBCDIC)) {
      List<BankEvent> all = events.until(contract, last, count);
      seen(
          "events of " + contract,
          "KINSAN.OTP.EVENT",
          String.join(" ", all.stream().map(BankEvent::type).toList()),
          wantedInOrder);
      assertEquals(
          "sequence numbers of the contract, without a gap",
          LongStream.rangeClosed(1, wanted.size()).boxed().toList(),
          all.stream().map(BankEvent::contractSequence).toList());
    }
  }

  /** kill -9, and back; the connections went with it. */
  void serverIsKilled() throws Exception {
    server.kill();
    close();
    server.boot();
    connect();
  }

  @Override
  public void close() {
    for (AutoCloseable each : List.of(programs, debits)) {
      try {
        each.close();
      } catch (Exception e) {
        // The server was killed on purpose: there is nobody to say goodbye to.
      }
    }
  }
}
