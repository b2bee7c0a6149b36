package org.ichido.itests;

import java.util.Arrays;
import java.util.List;
import javax.jms.BytesMessage;
import javax.jms.Message;
import org.ichido.api.ContractId;
import org.ichido.api.Holder;
import org.ichido.api.UserId;
import org.ichido.evidence.Check;
import org.ichido.itests.Customers.Customer;
import org.ichido.testkit.host.HostProgram;
import org.ichido.testkit.host.HostRecord;

/** One request id, asked more than once, honestly and not; and whom nobody knows. */
final class Resends {
  private static final List<String> NEUTRAL =
      List.of("ICH-RESPONSE-CODE", "ICH-RESPONSE-REASON", "ICH-RECORD-LENGTH", "ICH-KIND");

  private final BadInputLab lab;
  private final Attacker channel;

  Resends(BadInputLab lab) {
    this.lab = lab;
    this.channel = lab.channel;
  }

  void unknownHolders() throws Exception {
    Customer known = lab.customers.register();
    HostRecord wrong = Hosts.verify(BadInputLab.id(), known.holder(), Customers.wrongCode(known));
    HostRecord told = header(ask(wrong.bytes(HostProgram.EBCDIC), 939));
    unknown(
        "an unknown contract",
        new Holder(Customers.KINSAN, new ContractId("NOBODY"), known.holder().user()),
        told);
    unknown(
        "an unknown user, one without a token",
        new Holder(Customers.KINSAN, Customers.CONTRACT, new UserId("nobody")),
        told);
  }

  private void unknown(String name, Holder holder, HostRecord told) throws Exception {
    Check check = BadInputLab.check(name);
    String before = lab.rolledBack();
    HostRecord request = Hosts.verify(BadInputLab.id(), holder, "123456");
    HostRecord reply = header(ask(request.bytes(HostProgram.EBCDIC), 939));
    for (String field : NEUTRAL) {
      check.equal(field + " as for a wrong code", told.get(field), reply.get(field));
    }
    lab.theNextGoodOneIsAccepted(check);
    lab.isQuiet(check, before);
    check.done();
  }

  void otherContent() throws Exception {
    Customer first = lab.customers.register();
    Customer second = lab.customers.register();
    HostRecord request = BadInputLab.good(first);
    byte[] answer = Attacker.body(ask(request.bytes(HostProgram.EBCDIC), 939));

    Check user = BadInputLab.check("the same request id for another user");
    String before = lab.rolledBack();
    HostRecord other =
        Hosts.verify(request.get("ICH-REQUEST-ID"), second.holder(), Customers.rightCode(second));
    isMismatch(user, ask(other.bytes(HostProgram.EBCDIC), 939));
    user.equal("judged", 0L, lab.judged(second));
    lab.accepted(user, second);
    lab.isQuiet(user, before);
    user.done();

    Check code = BadInputLab.check("the same request id with another code");
    HostRecord guess =
        Hosts.verify(request.get("ICH-REQUEST-ID"), first.holder(), Customers.wrongCode(first));
    isMismatch(code, ask(guess.bytes(HostProgram.EBCDIC), 939));
    code.equal("judged", 1L, lab.judged(first));
    code.equal("failures", 0, lab.token(first).failures());
    byte[] again = Attacker.body(ask(request.bytes(HostProgram.EBCDIC), 939));
    code.that("the first answer stands", Arrays.equals(answer, again));
    lab.theNextGoodOneIsAccepted(code);
    lab.isQuiet(code, before);
    code.done();
  }

  private static void isMismatch(Check check, Message reply) throws Exception {
    check.equal("code", "8011", header(reply).get("ICH-RESPONSE-CODE"));
    check.equal("reason", "DUPLICATE_KEY_MISMATCH", header(reply).get("ICH-RESPONSE-REASON"));
  }

  void anotherRequester() throws Exception {
    Check check = BadInputLab.check("the same request id from another requester");
    String before = lab.rolledBack();
    Customer first = lab.customers.register();
    Customer second = lab.customers.register();
    HostRecord request = BadInputLab.good(first);
    byte[] answer = Attacker.body(ask(request.bytes(HostProgram.EBCDIC), 939));
    try (Attacker other = channel.as("other")) {
      HostRecord independent =
          Hosts.verify(request.get("ICH-REQUEST-ID"), second.holder(), Customers.rightCode(second));
      other.put(other.bytes(independent.bytes(HostProgram.EBCDIC), 939));
      Message reply = other.take(Attacker.REPLIES);
      check.equal("judged for itself", "0000", header(reply).get("ICH-RESPONSE-CODE"));
      check.equal("judged", 1L, lab.judged(second));
    }
    byte[] again = Attacker.body(ask(request.bytes(HostProgram.EBCDIC), 939));
    check.that("the first requester keeps its answer", Arrays.equals(answer, again));
    lab.theNextGoodOneIsAccepted(check);
    lab.isQuiet(check, before);
    check.done();
  }

  void anotherCharacterSet() throws Exception {
    for (int first : new int[] {939, 1399}) {
      Check check = BadInputLab.check("one request first in " + first + ", then in every CCSID");
      String before = lab.rolledBack();
      Customer customer = lab.customers.register();
      HostRecord request = BadInputLab.good(customer);
      byte[] answer = Attacker.body(ask(request.bytes(Attacker.charset(first)), first));
      for (int ccsid : new int[] {819, 930, 939, 943, 1208, 1390, 1399}) {
        Message again = ask(request.bytes(Attacker.charset(ccsid)), ccsid);
        check.that("the same bytes for " + ccsid, Arrays.equals(answer, Attacker.body(again)));
        check.equal("in the first one's set", first, again.getIntProperty(Attacker.CCSID));
      }
      String text = new String(request.bytes(HostProgram.EBCDIC), HostProgram.EBCDIC);
      channel.put(channel.text(text, 939));
      Message asText = channel.take(Attacker.REPLIES);
      check.that("the same bytes for a text", Arrays.equals(answer, Attacker.body(asText)));
      check.equal("bytes where no text can be", first == 1399, asText instanceof BytesMessage);
      check.equal("judged", 1L, lab.judged(customer));
      lab.theNextGoodOneIsAccepted(check);
      lab.isQuiet(check, before);
      check.done();
    }
  }

  void anHonestResend() throws Exception {
    Check check = BadInputLab.check("an honest resend");
    String before = lab.rolledBack();
    Customer customer = lab.customers.register();
    HostRecord request = BadInputLab.good(customer);
    byte[] answer = Attacker.body(ask(request.bytes(HostProgram.EBCDIC), 939));
    request
        .move("ICH-SENT-AT", BadInputLab.good(customer).get("ICH-SENT-AT"))
        .move("ICH-SERIAL-NUMBER", "2")
        .move("ICH-RESEND", "Y");
    byte[] again = Attacker.body(ask(request.bytes(HostProgram.EBCDIC), 939));
    check.that("the same bytes", Arrays.equals(answer, again));
    check.equal("judged", 1L, lab.judged(customer));
    lab.theNextGoodOneIsAccepted(check);
    lab.isQuiet(check, before);
    check.done();
  }

  void aCorrectedRecord() throws Exception {
    Check check = BadInputLab.check("a bad record, then the right one under its request id");
    String before = lab.rolledBack();
    Customer customer = lab.customers.register();
    HostRecord request = BadInputLab.good(customer);
    String code = request.get("ICH-CODE");
    request.move("ICH-CODE", "12345");
    HostRecord bad = header(ask(request.bytes(HostProgram.EBCDIC), 939));
    check.equal("the bad one", "8105", bad.get("ICH-RESPONSE-CODE"));
    request.move("ICH-CODE", code);
    HostRecord right = header(ask(request.bytes(HostProgram.EBCDIC), 939));
    check.equal("the right one", "0000", right.get("ICH-RESPONSE-CODE"));
    lab.theNextGoodOneIsAccepted(check);
    lab.isQuiet(check, before);
    check.done();
  }

  private Message ask(byte[] body, int ccsid) throws Exception {
    Message put = channel.put(channel.bytes(body, ccsid));
    Message reply = channel.take(Attacker.REPLIES);
    if (!put.getJMSMessageID().equals(reply.getJMSCorrelationID())) {
      throw new AssertionError("the reply to " + reply.getJMSCorrelationID() + " came");
    }
    return reply;
  }

  private static HostRecord header(Message reply) throws Exception {
    return BadInputLab.header(reply);
  }
}
