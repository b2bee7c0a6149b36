package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ichido.api.Actor;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.Holder;
import org.ichido.api.RegisterRequest;
import org.ichido.api.Seed;
import org.ichido.api.TokenKind;
import org.ichido.api.UnlockRequest;
import org.ichido.api.UserId;
import org.ichido.api.Verdict;
import org.ichido.api.act.Activation;
import org.ichido.api.act.ApproveRequest;
import org.ichido.api.act.IssueRequest;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Proofs;
import org.ichido.api.act.Reason;
import org.ichido.api.act.ReissueRequest;
import org.ichido.api.act.RenewRequest;
import org.ichido.api.act.RevokeRequest;
import org.ichido.api.contract.ContractKey;
import org.ichido.api.contract.ContractRequest;
import org.ichido.api.contract.ContractTerms;
import org.ichido.api.contract.Method;
import org.ichido.api.contract.MethodChange;
import org.ichido.api.contract.Role;
import org.ichido.api.requirement.Channel;
import org.ichido.api.requirement.Demand;
import org.ichido.api.requirement.Facts;
import org.ichido.api.requirement.NextStep;
import org.ichido.api.requirement.OperationName;
import org.ichido.api.requirement.Question;
import org.ichido.api.requirement.Stage;
import org.ichido.api.requirement.Use;
import org.ichido.core.fakes.DelayOfAMinute;
import org.ichido.core.fakes.PlainTotp;
import org.ichido.core.profile.Installed;
import org.ichido.core.system.JapaneseTime;
import org.ichido.evidence.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a user must do next, and what is demanded, in every situation at the three banks. */
class NextStepThroughTheHouseTest extends Situations {
  private static final List<String> BANKS = List.of("mirai", "shiten", "kenshin");

  private final StoredRequirements requirements = new StoredRequirements(onceOnly, decisions);

  static Stream<Arguments> everywhere() {
    return BANKS.stream()
        .flatMap(bank -> Stream.of(Situation.values()).map(one -> Arguments.of(bank, one)));
  }

  private static Use use(String operation, Channel channel) {
    return new Use(new OperationName(operation), Stage.SUBMIT, channel);
  }

  private org.ichido.api.requirement.Requirement next(Use use) {
    return requirements.next(new Question(yui, use, Facts.NONE));
  }

  private org.ichido.api.requirement.Requirement transfer() {
    return next(use("TRANSFER", Channel.PC));
  }

  private NextStep step() {
    return transfer().step();
  }

  private String situations(String bank) {
    List<String> lines = new ArrayList<>();
    for (Situation situation : Situation.values()) {
      come(bank, situation);
      var login = next(Use.login(Channel.PC));
      lines.add(
          "%s: %s%s; login %s, transfer %s, inquiry %s%n"
              .formatted(
                  situation,
                  login.step(),
                  login.until().map(until -> " " + JapaneseTime.of(until)).orElse(""),
                  both(Use.login(Channel.PC), Use.login(Channel.SMARTPHONE)),
                  both(use("TRANSFER", Channel.PC), use("TRANSFER", Channel.SMARTPHONE)),
                  both(use("INQUIRY", Channel.PC), use("INQUIRY", Channel.SMARTPHONE))));
    }
    return String.join("", lines);
  }

  /** One word where a computer and a smartphone make no difference. */
  private String both(Use pc, Use smartphone) {
    return Stream.of(pc, smartphone)
        .map(use -> next(use).demand().kind().name())
        .distinct()
        .collect(Collectors.joining("/"));
  }

  /** Login goes on whatever the step, and without a token the list stays closed. */
  @Test
  @Requirement({"S0-19", "S0-25", "S0-34", "S0-35", "S1-1", "S1-14", "S1-26"})
  void atMirai() {
    assertThat(situations("mirai"))
        .isEqualTo(
            """
            UNKNOWN: CONTACT_BANK; login BLOCKED, transfer BLOCKED, inquiry BLOCKED
            CONTRACT_CLOSED: CONTACT_BANK; login BLOCKED, transfer BLOCKED, inquiry BLOCKED
            USER_REMOVED: CONTACT_BANK; login BLOCKED, transfer BLOCKED, inquiry BLOCKED
            NOT_APPLIED: NONE; login NOT_REQUIRED, transfer NOT_REQUIRED, inquiry NOT_REQUIRED
            APPLIED_FROM_TOMORROW: NONE; login NOT_REQUIRED, transfer NOT_REQUIRED, inquiry NOT_REQUIRED
            APPLIED: ISSUE; login NOT_REQUIRED, transfer BLOCKED, inquiry NOT_REQUIRED
            NEW_CONTRACT: CONTACT_BANK; login NOT_REQUIRED, transfer BLOCKED, inquiry NOT_REQUIRED
            TRANSACTION_AUTHENTICATION: NONE; login NOT_REQUIRED, transfer REQUIRED, inquiry NOT_REQUIRED
            HARD_TOKENS: CONTACT_BANK; login NOT_REQUIRED, transfer BLOCKED, inquiry NOT_REQUIRED
            ISSUED: ACTIVATE 2026-11-24 12:00:00 JST; login NOT_REQUIRED, transfer BLOCKED, inquiry NOT_REQUIRED
            MAIL_FAILED: ISSUE; login NOT_REQUIRED, transfer BLOCKED, inquiry NOT_REQUIRED
            ISSUED_TO_THE_DEADLINE: ACTIVATE 2026-11-24 12:00:00 JST; login NOT_REQUIRED, transfer BLOCKED, inquiry NOT_REQUIRED
            ISSUED_AT_THE_DEADLINE: ISSUE; login NOT_REQUIRED, transfer BLOCKED, inquiry NOT_REQUIRED
            INITIALISED: CONFIRM 2026-11-24 12:00:00 JST; login NOT_REQUIRED, transfer BLOCKED, inquiry NOT_REQUIRED
            INITIALISED_TO_THE_DEADLINE: CONFIRM 2026-11-24 12:00:00 JST; login NOT_REQUIRED, transfer BLOCKED, inquiry NOT_REQUIRED
            INITIALISED_AT_THE_DEADLINE: ISSUE; login NOT_REQUIRED, transfer BLOCKED, inquiry NOT_REQUIRED
            IN_USE: NONE; login NOT_REQUIRED, transfer REQUIRED, inquiry NOT_REQUIRED
            METHOD_ENDED: NONE; login NOT_REQUIRED, transfer NOT_REQUIRED, inquiry NOT_REQUIRED
            SUSPENDED: CONTACT_BANK; login NOT_REQUIRED, transfer BLOCKED, inquiry NOT_REQUIRED
            LOCKED: UNLOCK; login NOT_REQUIRED, transfer BLOCKED, inquiry NOT_REQUIRED
            BEFORE_RENEWAL: NONE; login NOT_REQUIRED, transfer REQUIRED, inquiry NOT_REQUIRED
            RENEWAL_OPEN: RENEW 2028-11-22 00:00:00 JST; login NOT_REQUIRED, transfer REQUIRED, inquiry NOT_REQUIRED
            TO_THE_EXPIRY: RENEW 2028-11-22 00:00:00 JST; login NOT_REQUIRED, transfer REQUIRED, inquiry NOT_REQUIRED
            EXPIRED: RENEW 2028-11-22 00:00:00 JST; login NOT_REQUIRED, transfer BLOCKED, inquiry NOT_REQUIRED
            EXPIRED_AND_LOCKED: UNLOCK; login NOT_REQUIRED, transfer BLOCKED, inquiry NOT_REQUIRED
            EXPIRED_FEATURE_PHONE: REISSUE 2028-11-22 00:00:00 JST; login NOT_REQUIRED, transfer BLOCKED, inquiry NOT_REQUIRED
            REVOKED: WAIT 2026-11-21 12:31:00 JST; login NOT_REQUIRED, transfer BLOCKED, inquiry NOT_REQUIRED
            TO_THE_COOL_DOWN: WAIT 2026-11-21 12:31:00 JST; login NOT_REQUIRED, transfer BLOCKED, inquiry NOT_REQUIRED
            COOL_DOWN_OVER: ISSUE; login NOT_REQUIRED, transfer BLOCKED, inquiry NOT_REQUIRED
            DOWNLOADS_USED_UP: WAIT 2026-11-21 12:31:00 JST; login NOT_REQUIRED, transfer BLOCKED, inquiry NOT_REQUIRED
            EXPIRED_AND_USED_UP: RENEW 2028-11-22 00:00:00 JST; login NOT_REQUIRED, transfer BLOCKED, inquiry NOT_REQUIRED
            """);
  }

  /** By computer and by smartphone; from the first code on, on both alike. */
  @Test
  @Requirement({"S2-5", "S2-11", "S2-13", "S2-19", "S2-24"})
  void atShiten() {
    assertThat(situations("shiten"))
        .isEqualTo(
            """
            UNKNOWN: CONTACT_BANK; login BLOCKED, transfer BLOCKED, inquiry BLOCKED
            CONTRACT_CLOSED: CONTACT_BANK; login BLOCKED, transfer BLOCKED, inquiry BLOCKED
            USER_REMOVED: CONTACT_BANK; login BLOCKED, transfer BLOCKED, inquiry BLOCKED
            NOT_APPLIED: APPLY; login NOT_REQUIRED, transfer NOT_REQUIRED/BLOCKED, inquiry NOT_REQUIRED/BLOCKED
            APPLIED_FROM_TOMORROW: APPLY; login NOT_REQUIRED, transfer NOT_REQUIRED/BLOCKED, inquiry NOT_REQUIRED/BLOCKED
            APPLIED: APPLY; login NOT_REQUIRED, transfer NOT_REQUIRED/BLOCKED, inquiry NOT_REQUIRED/BLOCKED
            NEW_CONTRACT: APPLY; login NOT_REQUIRED, transfer NOT_REQUIRED/BLOCKED, inquiry NOT_REQUIRED/BLOCKED
            TRANSACTION_AUTHENTICATION: NONE; login NOT_REQUIRED, transfer NOT_REQUIRED/BLOCKED, inquiry NOT_REQUIRED/BLOCKED
            HARD_TOKENS: CONTACT_BANK; login NOT_REQUIRED, transfer NOT_REQUIRED/BLOCKED, inquiry NOT_REQUIRED/BLOCKED
            ISSUED: ACTIVATE 2026-11-24 12:00:00 JST; login NOT_REQUIRED, transfer NOT_REQUIRED/BLOCKED, inquiry NOT_REQUIRED/BLOCKED
            MAIL_FAILED: APPLY; login NOT_REQUIRED, transfer NOT_REQUIRED/BLOCKED, inquiry NOT_REQUIRED/BLOCKED
            ISSUED_TO_THE_DEADLINE: ACTIVATE 2026-11-24 12:00:00 JST; login NOT_REQUIRED, transfer NOT_REQUIRED/BLOCKED, inquiry NOT_REQUIRED/BLOCKED
            ISSUED_AT_THE_DEADLINE: APPLY; login NOT_REQUIRED, transfer NOT_REQUIRED/BLOCKED, inquiry NOT_REQUIRED/BLOCKED
            INITIALISED: CONFIRM 2026-11-24 12:00:00 JST; login NOT_REQUIRED, transfer NOT_REQUIRED/BLOCKED, inquiry NOT_REQUIRED/BLOCKED
            INITIALISED_TO_THE_DEADLINE: CONFIRM 2026-11-24 12:00:00 JST; login NOT_REQUIRED, transfer NOT_REQUIRED/BLOCKED, inquiry NOT_REQUIRED/BLOCKED
            INITIALISED_AT_THE_DEADLINE: APPLY; login NOT_REQUIRED, transfer NOT_REQUIRED/BLOCKED, inquiry NOT_REQUIRED/BLOCKED
            IN_USE: NONE; login REQUIRED, transfer REQUIRED, inquiry NOT_REQUIRED
            METHOD_ENDED: APPLY; login NOT_REQUIRED, transfer NOT_REQUIRED/BLOCKED, inquiry NOT_REQUIRED/BLOCKED
            SUSPENDED: CONTACT_BANK; login BLOCKED, transfer BLOCKED, inquiry NOT_REQUIRED
            LOCKED: UNLOCK; login BLOCKED, transfer BLOCKED, inquiry NOT_REQUIRED
            BEFORE_RENEWAL: NONE; login REQUIRED, transfer REQUIRED, inquiry NOT_REQUIRED
            RENEWAL_OPEN: RENEW 2031-11-22 00:00:00 JST; login REQUIRED, transfer REQUIRED, inquiry NOT_REQUIRED
            TO_THE_EXPIRY: RENEW 2031-11-22 00:00:00 JST; login REQUIRED, transfer REQUIRED, inquiry NOT_REQUIRED
            EXPIRED: REISSUE 2031-11-22 00:00:00 JST; login BLOCKED, transfer BLOCKED, inquiry NOT_REQUIRED
            EXPIRED_AND_LOCKED: REISSUE 2031-11-22 00:00:00 JST; login BLOCKED, transfer BLOCKED, inquiry NOT_REQUIRED
            EXPIRED_FEATURE_PHONE: REISSUE 2031-11-22 00:00:00 JST; login BLOCKED, transfer BLOCKED, inquiry NOT_REQUIRED
            REVOKED: REISSUE; login BLOCKED, transfer BLOCKED, inquiry NOT_REQUIRED
            TO_THE_COOL_DOWN: REISSUE; login BLOCKED, transfer BLOCKED, inquiry NOT_REQUIRED
            COOL_DOWN_OVER: REISSUE; login BLOCKED, transfer BLOCKED, inquiry NOT_REQUIRED
            DOWNLOADS_USED_UP: CONTACT_BANK; login BLOCKED, transfer BLOCKED, inquiry NOT_REQUIRED
            EXPIRED_AND_USED_UP: CONTACT_BANK; login BLOCKED, transfer BLOCKED, inquiry NOT_REQUIRED
            """);
  }

  /** Login never asks. */
  @Test
  @Requirement({"S3-4", "S3-6", "S3-20", "S3-21", "S3-23"})
  void atKenshin() {
    assertThat(situations("kenshin"))
        .isEqualTo(
            """
            UNKNOWN: CONTACT_BANK; login BLOCKED, transfer BLOCKED, inquiry BLOCKED
            CONTRACT_CLOSED: CONTACT_BANK; login BLOCKED, transfer BLOCKED, inquiry BLOCKED
            USER_REMOVED: CONTACT_BANK; login BLOCKED, transfer BLOCKED, inquiry BLOCKED
            NOT_APPLIED: NONE; login NOT_REQUIRED, transfer NOT_REQUIRED, inquiry NOT_REQUIRED
            APPLIED_FROM_TOMORROW: NONE; login NOT_REQUIRED, transfer NOT_REQUIRED, inquiry NOT_REQUIRED
            APPLIED: ISSUE; login NOT_ELIGIBLE, transfer BLOCKED, inquiry NOT_ELIGIBLE
            NEW_CONTRACT: ISSUE; login NOT_ELIGIBLE, transfer BLOCKED, inquiry NOT_ELIGIBLE
            TRANSACTION_AUTHENTICATION: NONE; login NOT_ELIGIBLE, transfer REQUIRED, inquiry NOT_ELIGIBLE
            HARD_TOKENS: CONTACT_BANK; login NOT_ELIGIBLE, transfer BLOCKED, inquiry NOT_ELIGIBLE
            ISSUED: ACTIVATE 2026-11-24 12:00:00 JST; login NOT_ELIGIBLE, transfer BLOCKED, inquiry NOT_ELIGIBLE
            MAIL_FAILED: ISSUE; login NOT_ELIGIBLE, transfer BLOCKED, inquiry NOT_ELIGIBLE
            ISSUED_TO_THE_DEADLINE: ACTIVATE 2026-11-24 12:00:00 JST; login NOT_ELIGIBLE, transfer BLOCKED, inquiry NOT_ELIGIBLE
            ISSUED_AT_THE_DEADLINE: ISSUE; login NOT_ELIGIBLE, transfer BLOCKED, inquiry NOT_ELIGIBLE
            INITIALISED: CONFIRM 2026-11-24 12:00:00 JST; login NOT_ELIGIBLE, transfer BLOCKED, inquiry NOT_ELIGIBLE
            INITIALISED_TO_THE_DEADLINE: CONFIRM 2026-11-24 12:00:00 JST; login NOT_ELIGIBLE, transfer BLOCKED, inquiry NOT_ELIGIBLE
            INITIALISED_AT_THE_DEADLINE: ISSUE; login NOT_ELIGIBLE, transfer BLOCKED, inquiry NOT_ELIGIBLE
            IN_USE: NONE; login NOT_ELIGIBLE, transfer REQUIRED, inquiry NOT_ELIGIBLE
            METHOD_ENDED: NONE; login NOT_REQUIRED, transfer NOT_REQUIRED, inquiry NOT_REQUIRED
            SUSPENDED: CONTACT_BANK; login NOT_ELIGIBLE, transfer BLOCKED, inquiry NOT_ELIGIBLE
            LOCKED: UNLOCK; login NOT_ELIGIBLE, transfer BLOCKED, inquiry NOT_ELIGIBLE
            BEFORE_RENEWAL: NONE; login NOT_ELIGIBLE, transfer REQUIRED, inquiry NOT_ELIGIBLE
            RENEWAL_OPEN: RENEW 2028-11-22 00:00:00 JST; login NOT_ELIGIBLE, transfer REQUIRED, inquiry NOT_ELIGIBLE
            TO_THE_EXPIRY: RENEW 2028-11-22 00:00:00 JST; login NOT_ELIGIBLE, transfer REQUIRED, inquiry NOT_ELIGIBLE
            EXPIRED: RENEW 2028-11-22 00:00:00 JST; login NOT_ELIGIBLE, transfer BLOCKED, inquiry NOT_ELIGIBLE
            EXPIRED_AND_LOCKED: UNLOCK; login NOT_ELIGIBLE, transfer BLOCKED, inquiry NOT_ELIGIBLE
            EXPIRED_FEATURE_PHONE: RENEW 2028-11-22 00:00:00 JST; login NOT_ELIGIBLE, transfer BLOCKED, inquiry NOT_ELIGIBLE
            REVOKED: WAIT 2026-11-21 12:31:00 JST; login NOT_ELIGIBLE, transfer BLOCKED, inquiry NOT_ELIGIBLE
            TO_THE_COOL_DOWN: WAIT 2026-11-21 12:31:00 JST; login NOT_ELIGIBLE, transfer BLOCKED, inquiry NOT_ELIGIBLE
            COOL_DOWN_OVER: ISSUE; login NOT_ELIGIBLE, transfer BLOCKED, inquiry NOT_ELIGIBLE
            DOWNLOADS_USED_UP: WAIT 2026-11-21 12:31:00 JST; login NOT_ELIGIBLE, transfer BLOCKED, inquiry NOT_ELIGIBLE
            EXPIRED_AND_USED_UP: RENEW 2028-11-22 00:00:00 JST; login NOT_ELIGIBLE, transfer BLOCKED, inquiry NOT_ELIGIBLE
            """);
  }

  /**
   * What the channel knows more lets who cannot give a code go on where nobody is asked (S0-14).
   */
  @Test
  @Requirement({"S0-14", "S0-34"})
  void withoutATokenAnExemptTransferGoesOnAndAnyOtherDoesNot() {
    come("mirai", Situation.APPLIED);
    Use use = use("TRANSFER", Channel.PC);
    Facts registered = Facts.NONE.withPayeeRegistered(true);
    assertThat(requirements.next(new Question(yui, use, registered)).demand())
        .isEqualTo(new Demand.Exempt("PAYEE_REGISTERED"));
    assertThat(transfer().demand()).isEqualTo(new Demand.Blocked());
    assertThat(transfer().why()).startsWith("no token; operation table, line ");
  }

  /** S3-8: no enrolment before the bank has registered the application. */
  @Test
  @Requirement("S3-8")
  void enrolmentStartsAtTheFirstLoginAfterTheBankRegisteredTheApplication() {
    serve("kenshin", Map.of());
    var contracts = new InboxContractAdministration(decisions, onceOnly);
    var contract = new ContractKey(new BankId("kenshin"), new ContractId("C7"));
    yui = new Holder(contract.bank(), contract.contract(), new UserId("yui"));
    assertThat(step()).isEqualTo(NextStep.CONTACT_BANK);
    contracts.perform(
        new ContractRequest.Open(
            key(),
            contract,
            new ContractTerms(
                "012", Optional.empty(), OPENED, Optional.empty(), Optional.empty())));
    contracts.perform(new ContractRequest.AddUser(key(), yui, Role.GENERAL));
    assertThat(next(Use.login(Channel.PC)).step()).isEqualTo(NextStep.NONE);
    LocalDate day = LocalDate.of(2026, 12, 1);
    contracts.perform(
        new ContractRequest.ChangeMethod(key(), contract, new MethodChange(Method.SOFT, day)));
    clock.set(Instant.parse("2026-11-30T14:59:59.999999999Z"));
    assertThat(next(Use.login(Channel.PC)).step()).isEqualTo(NextStep.NONE);
    clock.set(Instant.parse("2026-11-30T15:00:00Z"));
    assertThat(next(Use.login(Channel.PC)).step()).isEqualTo(NextStep.ISSUE);
  }

  /** Where wrong first codes delay and do not cancel, by a rule that a bank may choose. */
  @Test
  void aConfirmationThatIsDelayedWaitsForTheEndOfTheDelay() {
    Installed.with(profiles, new PlainTotp(), new DelayOfAMinute());
    come("mirai", Situation.INITIALISED);
    confirm(yui, wrongCode(own));
    assertThat(step()).isEqualTo(NextStep.WAIT);
    assertThat(transfer().until()).contains(clock.instant().plusSeconds(60));
    clock.advance(Duration.ofSeconds(60));
    assertThat(step()).isEqualTo(NextStep.CONFIRM);
  }

  /** A token that an administrator registered, of a contract of which nothing was told. */
  @Test
  void aTokenRegisteredByHandIsAskedForUntilItExpiresAndThenTheBankHelps() {
    serve("mirai", Map.of());
    yui = holder("mirai", "C0002", "yui");
    Instant end = START.plusSeconds(3_600);
    try (Seed seed = Seed.copyOf(new byte[20])) {
      administration.register(
          new RegisterRequest(
              key(),
              yui,
              TokenKind.SOFT,
              seed,
              Optional.of(end),
              new Actor.Administrator("karaf")));
    }
    clock.set(end.minusNanos(1));
    assertThat(transfer().demand()).isEqualTo(new Demand.Required(Method.SOFT));
    assertThat(step()).as("nobody renews what has no pair").isEqualTo(NextStep.NONE);
    clock.set(end);
    assertThat(transfer().demand()).isEqualTo(new Demand.Blocked());
    assertThat(step()).isEqualTo(NextStep.CONTACT_BANK);
  }

  /** A code is asked for only of who can give one that is accepted, and whoever can is asked. */
  @ParameterizedTest
  @MethodSource("everywhere")
  void whoIsAskedHasACodeThatIsAcceptedAndNobodyElseHas(String bank, Situation situation) {
    come(bank, situation);
    boolean asked = transfer().demand().equals(new Demand.Required(Method.SOFT));
    assertThat(verify(yui, shown()).kind())
        .isEqualTo(asked ? Verdict.Kind.ACCEPTED : Verdict.Kind.REFUSED);
  }

  /** No customer is sent on a way that ends in a refusal. */
  @ParameterizedTest
  @MethodSource("everywhere")
  void whatTheStepSaysCanBeDone(String bank, Situation situation) {
    come(bank, situation);
    NextStep step = step();
    switch (step) {
      case ISSUE, APPLY -> assertThat(begin()).isEqualTo(Outcome.Kind.DONE);
      case WAIT -> waits();
      case ACTIVATE -> assertThat(activated()).isInstanceOf(Activation.Delivered.class);
      case CONFIRM -> assertThat(confirm(yui, shown()).kind()).isEqualTo(Verdict.Kind.ACCEPTED);
      case RENEW -> assertThat(renew()).isEqualTo(Outcome.Kind.DONE);
      case REISSUE -> replaces(bank);
      case UNLOCK -> unlocks();
      case REGISTER -> throw new AssertionError("no bank of these gives hard tokens here");
      case CONTACT_BANK -> {
        assertThat(lifecycle.issue(form(yui))).isInstanceOf(Outcome.Refused.class);
        assertThat(verify(yui, shown()).kind()).isEqualTo(Verdict.Kind.REFUSED);
      }
      case NONE -> {
        boolean asked = transfer().demand() instanceof Demand.Required;
        assertThat(asked || lifecycle.issue(form(yui)) instanceof Outcome.Refused).isTrue();
      }
    }
    if (step != NextStep.NONE && step != NextStep.CONTACT_BANK) {
      assertThat(step()).as("it was done").isNotEqualTo(step);
    }
  }

  private Outcome.Kind begin() {
    // A second later: the newest of a user's tokens is the one of this issue.
    clock.advance(Duration.ofSeconds(1));
    IssueRequest form = form(yui, "yui@example.jp", "yui@example.jp", PASSWORD, PASSWORD);
    return lifecycle.issue(form).kind();
  }

  private void waits() {
    Outcome refused = lifecycle.issue(form(yui));
    assertThat(reason(refused)).contains(Reason.COOLDOWN);
    assertThat(Optional.of(in(refused))).isEqualTo(transfer().until());
    clock.set(in(refused));
    assertThat(begin()).isEqualTo(Outcome.Kind.DONE);
  }

  private Activation activated() {
    return lifecycle.activate(activation(yui, pair.orElseThrow(), PASSWORD, own));
  }

  private Outcome.Kind renew() {
    return lifecycle.renew(new RenewRequest(key(), yui.bank(), pair.orElseThrow(), shown())).kind();
  }

  /** At mirai and kenshin the bank revokes first (S0-21, S0-22), at shiten nobody need (S2-17). */
  private void replaces(String bank) {
    if (bank.equals("shiten")) {
      Proofs proofs = new Proofs(true, true, true);
      assertThat(lifecycle.reissue(new ReissueRequest(form(yui), proofs)).kind())
          .isEqualTo(Outcome.Kind.DONE);
    } else {
      lifecycle.revoke(new RevokeRequest(key(), yui, BOTH, Optional.empty()));
      clock.advance(coolDown());
      assertThat(begin()).isEqualTo(Outcome.Kind.DONE);
    }
  }

  /** By the bank; where it wants that approved by a record, by a second operator. */
  private void unlocks() {
    UnlockRequest request = new UnlockRequest(key(), yui, BOTH, Optional.empty());
    if (administration.unlock(request).kind() == Outcome.Kind.AWAITS_APPROVAL) {
      lifecycle.approve(
          new ApproveRequest(
              key(), yui.bank(), request.key().id(), Customers.operator("OP3", Optional.empty())));
    }
  }
}
