package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.ichido.api.AuditEvent;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.Holder;
import org.ichido.api.Requester;
import org.ichido.api.UserId;
import org.ichido.api.Verdict;
import org.ichido.api.VerifyRequest;
import org.ichido.api.requirement.Channel;
import org.ichido.api.requirement.OperationName;
import org.ichido.api.requirement.Stage;
import org.ichido.api.requirement.Use;
import org.ichido.core.fakes.FactorAsCode;
import org.ichido.core.fakes.KinsanProfile;
import org.ichido.core.profile.Installed;
import org.ichido.spi.store.InboxRow;
import org.ichido.spi.store.RecordMark;
import org.ichido.spi.store.StoredReply;
import org.ichido.spi.store.Total;
import org.ichido.spi.transport.Formed;
import org.ichido.spi.transport.Subject;
import org.junit.jupiter.api.Test;

/** One request, one effect, one answer. */
class OnceThroughTheHouseTest extends House {
  @Test
  void theSameRequestAgainGetsTheFirstVerdictAndHasNoSecondEffect() {
    register();
    VerifyRequest request = request(FactorAsCode.code(STEP));
    Verdict first = authenticator.verify(request);
    clock.advance(Duration.ofHours(1));
    int entries = audit().size();
    assertThat(authenticator.verify(request)).isEqualTo(first);
    assertThat(audit()).hasSize(entries);
  }

  @Test
  void theSameIdWithAnotherCodeIsNotProcessedAndAudited() {
    register();
    VerifyRequest wrong = request(FactorAsCode.code(STEP + 50));
    authenticator.verify(wrong);
    VerifyRequest guess =
        new VerifyRequest(
            wrong.key(),
            HOLDER,
            new Use(OperationName.TRANSFER, Stage.SUBMIT, Channel.PC),
            FactorAsCode.code(STEP));
    assertThat(authenticator.verify(guess))
        .isEqualTo(new Verdict.NotProcessed(Verdict.NotProcessed.Why.REQUEST_ID_REUSED));
    assertThat(events()).startsWith(AuditEvent.REQUEST_ID_REUSED);
    assertThat(failures()).isEqualTo(1);
  }

  @Test
  void eightSendersOfOneRequestGetOneAnswer() throws Exception {
    register();
    VerifyRequest request = request(FactorAsCode.code(STEP));
    assertThat(together(8, () -> authenticator.verify(request)))
        .hasSize(8)
        .containsOnly(new Verdict.Accepted(START));
  }

  @Test
  void anAnswerIsForgottenAfterTheHorizonAndNotBefore() {
    register();
    VerifyRequest request = request(FactorAsCode.code(STEP));
    authenticator.verify(request);
    int remembered = store.answersRemembered();
    clock.advance(Duration.ofDays(2));
    verify(FactorAsCode.code(1));
    assertThat(store.answersRemembered()).isEqualTo(remembered + 1);
    clock.advance(Duration.ofMinutes(6));
    verify(FactorAsCode.code(2));
    assertThat(store.answersRemembered()).isEqualTo(2);
  }

  @Test
  void answersAreForgottenFasterThanTheyCome() {
    register();
    for (int i = 0; i < 1_200; i++) {
      verify(FactorAsCode.code(STEP));
    }
    clock.advance(Duration.ofDays(2).plusMinutes(6));
    for (int i = 0; i < 3; i++) {
      clock.advance(Duration.ofSeconds(1));
      verify(FactorAsCode.code(STEP));
    }
    assertThat(store.answersRemembered()).isEqualTo(3);
  }

  /** Its records may be as old as its own horizon when its file is mended. */
  @Test
  void theAnswersOfABankWhoseProfileIsRefusedAreNotForgottenByTheHorizonOfOthers() {
    configure(KinsanProfile.with("inbox.horizon", "7 d"));
    Map<String, String> other = KinsanProfile.with("bank.code", "0777");
    other.replaceAll((key, value) -> value.replace("KINSAN", "GINSAN"));
    Installed.configure(profiles, "org.ichido.bank~ginsan", other);
    register();
    VerifyRequest request = request(FactorAsCode.code(STEP));
    Verdict first = authenticator.verify(request);
    clock.advance(Duration.ofDays(3));

    configure(KinsanProfile.with("otp.digits", "six"));
    Holder stranger =
        new Holder(new BankId("ginsan"), new ContractId("C0001"), new UserId("hanako"));
    authenticator.verify(
        new VerifyRequest(
            key(),
            stranger,
            new Use(OperationName.TRANSFER, Stage.SUBMIT, Channel.PC),
            FactorAsCode.code(1)));
    configure(KinsanProfile.with("inbox.horizon", "7 d"));

    assertThat(authenticator.verify(request)).isEqualTo(first);
  }

  @Test
  void theReplyIsFormedInsideTheTransactionAndKeptByteForByte() {
    register();
    VerifyRequest request = request(FactorAsCode.code(STEP));
    var fingerprint = onceOnly.fingerprint(new byte[] {1});
    byte[] bytes = "reply".getBytes(StandardCharsets.US_ASCII);
    var first =
        onceOnly.handle(
            request.key(),
            Subject.of(HOLDER),
            fingerprint,
            decisions.verify(request),
            verdict -> new StoredReply(bytes, 939, 1));
    var again =
        onceOnly.handle(
            request.key(),
            Subject.of(HOLDER),
            fingerprint,
            decisions.verify(request),
            verdict -> {
              throw new AssertionError("formed a second time");
            });
    assertThat(again).isEqualTo(first).contains(new StoredReply(bytes, 939, 1));
    assertThat(onceOnly.recall(request.key())).isEqualTo(first);
    assertThat(onceOnly.recall(key())).isEmpty();
  }

  /** What a record said of itself finds it again, and a call inside this JVM has none of it. */
  @Test
  void theMarkOfARecordIsRememberedWithItsReply() {
    register();
    LocalDate day = LocalDate.of(2026, 3, 31);
    RecordMark mark = new RecordMark(HOLDER.bank(), "CHANNEL1", day, 42, "001", "VERIFY", "0000");
    StoredReply reply = new StoredReply(new byte[] {1}, 939, 1);
    VerifyRequest record = request(FactorAsCode.code(STEP));
    VerifyRequest call = request(FactorAsCode.code(STEP));

    onceOnly.handleMarked(
        record.key(),
        Subject.of(HOLDER),
        onceOnly.fingerprint(new byte[] {1}),
        decisions.verify(record),
        verdict -> new Formed(reply, Optional.of(mark)));
    authenticator.verify(call);

    Requester requester = record.key().requester();
    InboxRow found = store.marked(requester, "CHANNEL1", day, 42).orElseThrow();
    assertThat(found.key()).isEqualTo(record.key());
    assertThat(found.reply()).isEqualTo(reply);
    assertThat(found.mark()).contains(mark);
    assertThat(store.totals(HOLDER.bank(), day))
        .containsExactly(new Total("001", "VERIFY", "0000", 1));
  }
}
