package org.ichido.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.BackedOutMessage;
import org.ichido.api.BankAdministration;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.Drained;
import org.ichido.api.Holder;
import org.ichido.api.InboxAdministration;
import org.ichido.api.InboxReport;
import org.ichido.api.MessageAdministration;
import org.ichido.api.ParkedReply;
import org.ichido.api.RequestId;
import org.ichido.api.Requester;
import org.ichido.api.ResendOutcome;
import org.ichido.api.RetryOutcome;
import org.ichido.api.UserId;

/** Core and mq as administrators see them: they answer what they were told, and remember. */
final class FakeOperations
    implements BankAdministration, MessageAdministration, InboxAdministration {
  static final Instant AT = Instant.parse("2026-11-21T01:00:00Z");
  static final BankId KINSAN = new BankId("kinsan");

  final List<String> asked = new ArrayList<>();
  final List<BackedOutMessage> backedOut = new ArrayList<>();
  final List<ParkedReply> parked = new ArrayList<>();
  RetryOutcome retried = new RetryOutcome(RetryOutcome.Kind.ANSWERED, "message ID:1");
  ResendOutcome resent = new ResendOutcome(ResendOutcome.Kind.RESENT, "to CORE.REPLY");
  int inHand;
  boolean drained;

  static BackedOutMessage message(String id, String reason) {
    return new BackedOutMessage(
        id,
        reason,
        "KINSAN.OTP.REQUEST",
        "channel",
        "ichido",
        AT,
        Optional.of(438L),
        Optional.of(AT.plusSeconds(30)));
  }

  static ParkedReply reply(long number) {
    return new ParkedReply(
        number,
        new Requester("kinsan.channel"),
        Optional.of(new RequestId("T6091070679135")),
        Optional.of(new Holder(KINSAN, new ContractId("C001"), new UserId("TARO"))),
        "KINSAN.CHANNEL.REPLY",
        "2035: not authorised",
        AT,
        Optional.empty());
  }

  @Override
  public List<BankId> banks() {
    return List.of(new BankId("ginsan"), KINSAN);
  }

  @Override
  public Drained drain(BankId bank, Actor.Administrator administrator) {
    asked.add("drain " + bank + " by " + administrator.name());
    return new Drained(bank, AT, administrator);
  }

  @Override
  public boolean resume(BankId bank, Actor.Administrator administrator) {
    asked.add("resume " + bank + " by " + administrator.name());
    return drained;
  }

  @Override
  public int inHand(BankId bank, Duration wait) {
    asked.add("in hand " + bank + " within " + wait);
    return inHand;
  }

  @Override
  public List<BackedOutMessage> backedOut(BankId bank, int atMost) {
    return backedOut.stream().limit(atMost).toList();
  }

  @Override
  public RetryOutcome retry(BankId bank, String messageId, Actor.Administrator administrator) {
    asked.add("retry " + bank + " " + messageId + " by " + administrator.name());
    return retried;
  }

  @Override
  public List<ParkedReply> parked(BankId bank, int atMost) {
    return parked.stream().limit(atMost).toList();
  }

  @Override
  public ResendOutcome resend(
      BankId bank, long number, Optional<String> queue, Actor.Administrator administrator) {
    asked.add("resend " + bank + " " + number + " " + queue + " by " + administrator.name());
    return resent;
  }

  @Override
  public InboxReport report() {
    return new InboxReport(1_500, Optional.of(AT), AT.plusSeconds(60), 7, Optional.empty());
  }

  @Override
  public InboxReport purge() {
    asked.add("purge");
    return new InboxReport(500, Optional.empty(), AT.plusSeconds(60), 1_007, Optional.of(AT));
  }
}
