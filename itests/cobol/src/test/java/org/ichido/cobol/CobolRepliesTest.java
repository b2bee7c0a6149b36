package org.ichido.cobol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.ichido.evidence.Check;
import org.ichido.spi.transport.RequestType;
import org.ichido.testkit.host.HostRecord;
import org.ichido.testkit.host.RecordType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The programs take replies and events for what they say, and nothing else for good news. */
@Tag("peers")
class CobolRepliesTest {
  private static CobolProgram.Said read(String program, byte[] message) throws Exception {
    try (CobolProgram running = CobolProgram.run(program)) {
      return running.read(message);
    }
  }

  private static byte[] with(String sample, String body, String field, String value) {
    return HostRecord.of(body, Sources.sample(sample), StandardCharsets.US_ASCII)
        .move(field, value)
        .bytes(StandardCharsets.US_ASCII);
  }

  @Test
  void everyReplyIsUnderstoodByWhoAsked() throws Exception {
    Check check =
        CobolEvidence.check("a sample of a reply is understood by the program that asked");
    for (RequestType type : CodecLayouts.REQUESTS) {
      String code = RecordType.valueOf(type.name()).code();
      CobolProgram.Said said = read(Programs.asking(type), Sources.sample(code + "-R"));
      check.equal(code, "READ THE BODY", said.about("ADVICE"));
      check.equal(code + " response", "0000", said.about("RESPONSE"));
    }
    check.done();
  }

  @ParameterizedTest
  @CsvSource({
    "BANKCHAN, VRFY, ACCESS, GIVEN",
    "BANKCHAN, CONF, ACCESS, GIVEN",
    "BANKCHAN, NEXT, GO, ON",
    "BANKCHAN, INQY, ORIGINAL, NONE",
    "BANKCHAN, ECHO, TEXT, ARE YOU THERE",
    "BANKCHAN, ISSU, ACT, DONE",
    "BANKBRAN, UNLK, ACT, DONE",
    "BANKBRAN, HORD, ORDER, 00000012",
    "BANKBRAN, DESC, LOCKED, SINCE 20261124101401000",
    "BANKAPPS, ACTV, DIGITS, 06",
    "BANKCORE, CTRO, ACT, DONE",
    "BANKCORE, BOPN, DAY, 20261124",
    "BANKCORE, DAYT, TOTALS, WHOLE",
  })
  void theBodyOfAReplyIsRead(String program, String type, String word, String expected)
      throws Exception {
    assertThat(read(program, Sources.sample(type + "-R")).about(word)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0001, SECOND OPERATOR",
    "1000, CODE REFUSED",
    "1106, LATER",
    "1121, CODE REFUSED",
    "1143, WAIT FOR THE FEE",
    "1144, CANCEL IT",
    "1199, REFUSED",
    "2001, ASK AGAIN LATER",
    "5000, CALL THE CENTRE",
    "8011, TAKE A NEW ID",
    "8104, MEND THE PROGRAM",
    "9001, CALL THE CENTRE",
  })
  void whatToDoFollowsFromTheResponseCode(String code, String advice) throws Exception {
    byte[] reply = with("VRFY-R", "ICHVFR", "ICH-RESPONSE-CODE", code);
    CobolProgram.Said said = read("BANKCHAN", reply);
    assertThat(said.about("ADVICE")).isEqualTo(advice);
    assertThat(said.about("ACCESS")).as("for ACCEPTED with 0000 alone").isEqualTo("NONE");
  }

  @Test
  void accessIsGivenForAcceptedAlone() throws Exception {
    for (String verdict : new String[] {"REFUSED", "NOT_PROCESSED", "ACCEPTED2", "accepted", ""}) {
      byte[] reply = with("VRFY-R", "ICHVFR", "ICH-VERDICT", verdict);
      assertThat(read("BANKCHAN", reply).about("ACCESS")).as(verdict).isEqualTo("NONE");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "EXEMPT, ON",
    "NOT_REQUIRED, ON",
    "REQUIRED, ASK FOR THE CODE",
    "NOT_ELIGIBLE, STOP",
    "BLOCKED, STOP",
    "EXEMPTED, ASK FOR THE CODE",
  })
  void aCodeIsSparedByTwoWordsAlone(String demand, String expected) throws Exception {
    byte[] reply = with("NEXT-R", "ICHNXR", "ICH-DEMAND", demand);
    assertThat(read("BANKCHAN", reply).about("GO")).isEqualTo(expected);
  }

  @Test
  void whatIsNoReplyIsNoGoodNews() throws Exception {
    byte[] reply = Sources.sample("VRFY-R");
    byte[] cut = Arrays.copyOf(reply, reply.length - 1);
    byte[] question = with("VRFY-R", "ICHVFR", "ICH-KIND", "Q");
    byte[] anothers = with("VRFY-R", "ICHVFR", "ICH-EYECATCHER", "JCHI");
    byte[] later = with("VRFY-R", "ICHVFR", "ICH-VERSION", "02");
    for (byte[] message : new byte[][] {cut, question, anothers, later}) {
      CobolProgram.Said said = read("BANKCHAN", message);
      assertThat(said.about("ADVICE")).isEqualTo("NO REPLY");
      assertThat(said.about("ACCESS")).isEmpty();
    }
  }

  @Test
  void anEventThatComesAgainIsKnownByItsNumber() throws Exception {
    byte[] event = Sources.sample("EVNT-E");
    byte[] next = with("EVNT-E", "ICHEVT", "ICH-EVENT-NUMBER", "10043");
    try (CobolProgram program = CobolProgram.run("BANKEVNT")) {
      CobolProgram.Said first = program.read(event);
      assertThat(first.about("EVENT")).isEqualTo("NEW 000000000010042");
      assertThat(first.about("DO")).isEqualTo("TOKEN IS GONE CONTRACT_CLOSED");
      assertThat(program.read(event).about("EVENT")).isEqualTo("OLD 000000000010042");
      assertThat(program.read(next).about("EVENT")).isEqualTo("NEW 000000000010043");
      assertThat(program.read(event).lines()).hasSize(1);
    }
  }
}
