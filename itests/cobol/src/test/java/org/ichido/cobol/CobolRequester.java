package org.ichido.cobol;

import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.ichido.cobol.HostQueue.Format;
import org.ichido.cobol.HostQueue.Got;
import org.ichido.evidence.Check;
import org.ichido.testkit.host.HostCharacters;
import org.ichido.testkit.host.HostRecord;
import org.ichido.testkit.host.RecordType;

/**
 * A program of the bank at a queue of the house. Each request goes in another set of characters, as
 * bytes or as text, in turn. For one thread.
 */
final class CobolRequester implements AutoCloseable {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final List<Way> WAYS =
      List.of(
          new Way(HostCharacters.LATIN_EBCDIC, Format.NONE),
          new Way(HostCharacters.SHIFT_JIS, Format.NONE),
          new Way(HostCharacters.LATIN_EBCDIC, Format.STRING),
          new Way(HostCharacters.SHIFT_JIS, Format.STRING));

  private final HostQueue queue;
  private final String user;
  private final String requests;
  private final Probe probe;
  private final Check check;
  private int turn;

  /**
   * @param user the requester's
   * @param role of the queue: REQUEST, OPERATOR, APP, CORE
   */
  CobolRequester(CobolHouse house, String user, String role, Probe probe, Check check)
      throws Exception {
    queue = house.connect(user);
    this.user = user;
    requests = "KINSAN.OTP." + role;
    this.probe = probe;
    this.check = check;
  }

  /** How a record is put. */
  private record Way(HostCharacters set, Format format) {}

  /**
   * What came back.
   *
   * @param said what the program makes of it
   * @param record it, for whoever needs a field that no program shows
   * @param hex its bytes as they came
   */
  record Answer(CobolProgram.Said said, HostRecord record, String hex) {}

  /** Has COBOL build what a test wants to ask, asks it, and has COBOL read the answer. */
  Answer ask(HostRecord wanted) throws Exception {
    Way way = WAYS.get(turn++ % WAYS.size());
    return ask(wanted, way.set(), way.format());
  }

  Answer ask(HostRecord wanted, HostCharacters set, Format format) throws Exception {
    RecordType type = RecordType.of(wanted.get("ICH-RECORD-TYPE"));
    try (CobolProgram program = CobolProgram.run(Programs.asking(type))) {
      byte[] built = program.ask(type.code(), Cards.of(wanted));
      check.that(
          type + " is built as wanted", Arrays.equals(built, wanted.bytes(CobolProgram.NATIVE)));
      byte[] request =
          probe.shapes.get(type.requestBody()).convert(built, CobolProgram.NATIVE, set.charset());
      byte[] id = queue.put(requests, CobolHouse.replies(user), request, format, set.ccsid());
      Got reply = queue.reply(CobolHouse.replies(user), id, LONG);
      check.equal(type + " reply's format", format, reply.format());
      check.that(type + " reply is of type MQMT_REPLY", reply.isReply());
      check.equal(type + " reply's CCSID", set.ccsid(), reply.ccsid());
      byte[] back =
          probe
              .shapes
              .get(type.replyBody())
              .convert(reply.record(), set.charset(), CobolProgram.NATIVE);
      return new Answer(
          program.read(back),
          HostRecord.of(type.replyBody(), back, CobolProgram.NATIVE),
          HexFormat.of().formatHex(reply.record()));
    }
  }

  @Override
  public void close() throws Exception {
    queue.close();
  }
}
