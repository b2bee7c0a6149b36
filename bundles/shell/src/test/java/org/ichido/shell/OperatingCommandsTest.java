package org.ichido.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.support.CommandException;
import org.ichido.api.BackedOutMessage;
import org.ichido.api.ParkedReply;
import org.ichido.api.RequestId;
import org.ichido.api.Requester;
import org.ichido.api.ResendOutcome;
import org.ichido.api.RetryOutcome;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;

/** What administrators do, as they see it. */
class OperatingCommandsTest {
  private final FakeOperations house = new FakeOperations();
  private final Terminalless session = new Terminalless();

  private Drain drain() {
    Drain drain = new Drain();
    drain.administration = house;
    drain.messages = house;
    drain.bank = "kinsan";
    return drain;
  }

  private Resume resume() {
    Resume resume = new Resume();
    resume.administration = house;
    resume.bank = "kinsan";
    return resume;
  }

  private BackoutList backoutList() {
    BackoutList list = new BackoutList();
    list.messages = house;
    list.bank = "kinsan";
    return list;
  }

  private BackoutRetry retry() {
    BackoutRetry retry = new BackoutRetry();
    retry.messages = house;
    retry.bank = "kinsan";
    return retry;
  }

  private ReplyList replyList() {
    ReplyList list = new ReplyList();
    list.messages = house;
    list.bank = "kinsan";
    return list;
  }

  private ReplyResend resend() {
    ReplyResend resend = new ReplyResend();
    resend.messages = house;
    resend.bank = "kinsan";
    return resend;
  }

  @Test
  void drainingSaysWhoSinceWhenAndThatNothingIsInHand() throws Exception {
    assertThat(session.run(drain(), "vera"))
        .isEqualTo(
            """
            Drained: bank kinsan. Its messages wait on their queues.
            Since 2026-11-21 10:00:00 JST, by administrator vera.
            Nothing is in hand any more.
            """);
    assertThat(house.asked).containsExactly("drain kinsan by vera", "in hand kinsan within PT15S");
  }

  @Test
  void drainingFailsWhileSomethingIsInHandSoThatAScriptStops() {
    house.inHand = 2;

    assertThatThrownBy(() -> session.run(drain(), "vera"))
        .isInstanceOf(CommandException.class)
        .hasMessageStartingWith("Still in hand: 2 sessions are at work.");
    assertThat(session.printed()).startsWith("Drained: bank kinsan");
  }

  @Test
  void withoutListenersADrainSaysThatNobodyListens() throws Exception {
    Drain drain = drain();
    drain.messages = null;

    assertThat(session.run(drain, "vera"))
        .endsWith("Nobody listens: bundle org.ichido.mq is not started.\n");
  }

  @Test
  void nobodyWhoIsNotLoggedInDrainsAnything() {
    assertThatThrownBy(() -> session.run(drain()))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("Log in first");
    assertThat(house.asked).isEmpty();
  }

  @Test
  void resumingSaysWhetherThereWasAnythingToResume() throws Exception {
    assertThat(session.run(resume(), "vera")).isEqualTo("Bank kinsan was not drained.\n");
    house.drained = true;
    assertThat(session.run(resume(), "vera")).endsWith("Resumed: bank kinsan.\n");
  }

  @Test
  void backedOutMessagesAreListedWithoutTheirBodies() throws Exception {
    house.backedOut.add(FakeOperations.message("ID:414d51", "REPLY_TO_REFUSED"));
    house.backedOut.add(
        new BackedOutMessage(
            "ID:2", "", "", "", "x", FakeOperations.AT, Optional.empty(), Optional.empty()));

    assertThat(session.run(backoutList()))
        .isEqualTo(
            """
            REASON            MESSAGE
            REPLY_TO_REFUSED  ID:414d51
                              from KINSAN.OTP.REQUEST, sent by channel
                              put here 2026-11-21 10:00:00 JST by ichido
                              length 438, expires 2026-11-21 10:00:30 JST
            ?                 ID:2
                              from ?, sent by ?
                              put here 2026-11-21 10:00:00 JST by x
                              length unknown, expires never
            """);
  }

  @Test
  void theLongestThatAStrangerCanWriteFitsIntoOneHundredColumns() throws Exception {
    String wide = "x".repeat(100);
    house.backedOut.add(
        new BackedOutMessage(
            "ID:" + wide,
            wide,
            wide,
            wide,
            wide,
            FakeOperations.AT,
            Optional.empty(),
            Optional.empty()));
    house.parked.add(
        new ParkedReply(
            Long.MAX_VALUE,
            new Requester("r".repeat(32)),
            Optional.of(new RequestId("q".repeat(32))),
            Optional.empty(),
            "Q".repeat(48),
            "2035 " + wide.repeat(9),
            FakeOperations.AT,
            Optional.empty()));

    session.run(backoutList());
    session.run(replyList());

    assertThat(session.printed().lines()).allSatisfy(l -> assertThat(l).hasSizeLessThan(101));
  }

  @Test
  void anEmptyBackoutQueueAndNoParkedRepliesAreSaidInWords() throws Exception {
    assertThat(session.run(backoutList())).isEqualTo("No messages.\n");
    assertThat(session.run(replyList())).endsWith("No parked replies.\n");
  }

  @Test
  void oneMessageIsRetriedInTheNameOfWhoeverIsLoggedIn() throws Exception {
    BackoutRetry retry = retry();
    retry.message = "ID:414d51";

    assertThat(session.run(retry, "vera"))
        .isEqualTo(
            """
            OUTCOME   MESSAGE
            ANSWERED  ID:414d51
                      message ID:1
            """);
    assertThat(house.asked).containsExactly("retry kinsan ID:414d51 by vera");
  }

  @Test
  void allMessagesOfOneReasonAreRetriedAndWhatStaysIsAFailure() throws Exception {
    house.backedOut.add(FakeOperations.message("ID:1", "NO_REPLY_TO"));
    house.backedOut.add(FakeOperations.message("ID:2", "REPLY_TO_REFUSED"));
    house.backedOut.add(FakeOperations.message("ID:3", "REPLY_TO_REFUSED"));
    house.retried = new RetryOutcome(RetryOutcome.Kind.STAYS, "REPLY_TO_REFUSED");
    BackoutRetry retry = retry();
    retry.all = true;
    retry.reason = "REPLY_TO_REFUSED";

    assertThatThrownBy(() -> session.run(retry, "vera"))
        .isInstanceOf(CommandException.class)
        .hasMessage("Not handled: 2 of 2.");
    assertThat(house.asked)
        .containsExactly("retry kinsan ID:2 by vera", "retry kinsan ID:3 by vera");
    assertThat(session.printed()).contains("STAYS    ID:3\n         REPLY_TO_REFUSED\n");
  }

  @Test
  void whichMessagesAreMeantMustBeSaidOnce() {
    BackoutRetry none = retry();
    BackoutRetry both = retry();
    both.all = true;
    both.message = "ID:1";
    BackoutRetry reasonAlone = retry();
    reasonAlone.message = "ID:1";
    reasonAlone.reason = "NO_REPLY_TO";
    ReplyResend noReply = resend();

    for (IchidoCommand unclear : List.of(none, both, reasonAlone, noReply)) {
      assertThatThrownBy(() -> session.run(unclear, "vera"))
          .isInstanceOf(CommandException.class)
          .hasMessageStartingWith("Say which: ");
    }
    assertThat(house.asked).isEmpty();
  }

  @Test
  void parkedRepliesAreListedWithTheirNumbers() throws Exception {
    house.parked.add(FakeOperations.reply(17));

    assertThat(session.run(replyList()))
        .isEqualTo(
            """
            NUMBER  PARKED                   REPLY
            17      2026-11-21 10:00:00 JST  of kinsan.channel, request T6091070679135
                                             about kinsan/C001/TARO
                                             to KINSAN.CHANNEL.REPLY, expires never
                                             2035: not authorised
            """);
  }

  @Test
  void aReplyIsSentToAnotherQueueIfThatIsAskedFor() throws Exception {
    ReplyResend resend = resend();
    resend.number = 17L;
    resend.to = "CORE.REPLY";

    assertThat(session.run(resend, "vera"))
        .isEqualTo("NUMBER  OUTCOME  WHAT\n17      RESENT   to CORE.REPLY\n");
    assertThat(house.asked).containsExactly("resend kinsan 17 Optional[CORE.REPLY] by vera");
  }

  @Test
  void allRepliesAreSentAndWhatStaysParkedIsAFailure() {
    house.parked.add(FakeOperations.reply(1));
    house.parked.add(FakeOperations.reply(2));
    house.resent = new ResendOutcome(ResendOutcome.Kind.NOT_DELIVERED, "2035");
    ReplyResend resend = resend();
    resend.all = true;

    assertThatThrownBy(() -> session.run(resend, "vera"))
        .isInstanceOf(CommandException.class)
        .hasMessage("Not sent: 2 of 2.");
    assertThat(house.asked).hasSize(2);
  }

  @Test
  void aPurgeSaysWhatItForgot() throws Exception {
    InboxPurge purge = new InboxPurge();
    purge.administration = house;

    assertThat(session.run(purge))
        .isEqualTo(
            """
            INBOX       purged
            forgotten   1000
            remembered  500
            oldest      none
            kept from   2026-11-21 10:01:00 JST
            """);
  }

  @Test
  void everythingIsOneDocumentForPrograms() throws Exception {
    house.backedOut.add(FakeOperations.message("ID:1", "NO_REPLY_TO"));
    house.parked.add(FakeOperations.reply(17));
    BackoutList backout = backoutList();
    backout.json = true;
    ReplyList replies = replyList();
    replies.json = true;
    InboxPurge purge = new InboxPurge();
    purge.administration = house;
    purge.json = true;

    session.run(backout);
    session.run(replies);
    session.run(purge);

    List<JSONObject> documents = session.printed().lines().map(JSONObject::new).toList();
    JSONObject message = documents.get(0).getJSONArray("messages").getJSONObject(0);
    assertThat(message.keySet())
        .containsExactlyInAnyOrder(
            "messageId", "reason", "fromQueue", "user", "putBy", "putAt", "length", "expires");
    assertThat(message.getString("putAt")).isEqualTo("2026-11-21T01:00:00Z");
    JSONObject reply = documents.get(1).getJSONArray("replies").getJSONObject(0);
    assertThat(reply.keySet())
        .containsExactlyInAnyOrder(
            "number",
            "requester",
            "request",
            "contract",
            "user",
            "queue",
            "why",
            "parkedAt",
            "expires");
    assertThat(reply.getLong("number")).isEqualTo(17);
    assertThat(documents.get(2).getLong("forgotten")).isEqualTo(1_000);
  }

  @Test
  void withoutMqTheCommandSaysWhatIsMissing() {
    BackoutList list = new BackoutList();
    list.bank = "kinsan";

    assertThatThrownBy(() -> session.run(list))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("It comes from bundle org.ichido.mq");
  }
}
