package org.ichido.core.service;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.BankId;
import org.ichido.api.Cause;
import org.ichido.api.ContractId;
import org.ichido.api.HashFunction;
import org.ichido.api.Holder;
import org.ichido.api.Lock;
import org.ichido.api.OneTimeCode;
import org.ichido.api.OtpParameters;
import org.ichido.api.RequestId;
import org.ichido.api.TokenId;
import org.ichido.api.UnlockRequest;
import org.ichido.api.UserId;
import org.ichido.api.Verdict;
import org.ichido.api.VerifyRequest;
import org.ichido.api.act.ActivationPair;
import org.ichido.api.act.ApproveRequest;
import org.ichido.api.act.Device;
import org.ichido.api.act.OperatorRequest;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.api.act.RevokeRequest;
import org.ichido.api.contract.ContractKey;
import org.ichido.api.contract.DeviceClass;
import org.ichido.api.contract.Method;
import org.ichido.api.contract.Role;
import org.ichido.api.requirement.Channel;
import org.ichido.api.requirement.OperationName;
import org.ichido.api.requirement.Stage;
import org.ichido.api.requirement.Use;
import org.ichido.core.fakes.FactorAsCode;
import org.ichido.core.fakes.ShippedProfile;
import org.ichido.core.profile.Installed;
import org.ichido.core.work.WriteWork;
import org.ichido.spi.SealedSeed;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.Consent;
import org.ichido.spi.store.ContractRow;
import org.ichido.spi.store.Enrolment;
import org.ichido.spi.store.MailState;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.Suspension;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.UserRow;

/**
 * Contracts, users and tokens of a bank under its shipped profile. A code is the number of its
 * step, so a test reads which one is presented.
 */
abstract class Customers extends House {
  static final ContractId CONTRACT = new ContractId("C0001");
  static final Actor.Operator OP1 = operator("OP1", Optional.empty());
  static final Actor.Operator OP2 = operator("OP2", Optional.empty());

  final InboxTokenLifecycle lifecycle = new InboxTokenLifecycle(decisions, onceOnly);
  BankId bank = new BankId("mirai");

  /**
   * From now on customers are of this bank, under its shipped profile but for pairs of key, value.
   */
  void bank(String id, String... changed) {
    bank = new BankId(id);
    Map<String, String> values = ShippedProfile.values(id);
    values.put("otp.algorithm", FactorAsCode.NAME);
    for (int i = 0; i < changed.length; i += 2) {
      values.put(changed[i], changed[i + 1]);
    }
    Installed.configure(profiles, "org.ichido.bank~" + id, values, ShippedProfile.directory(id));
    ContractKey key = new ContractKey(bank, CONTRACT);
    if (store.contract(key).isEmpty()) {
      contract(key);
    }
  }

  void contract(ContractKey key) {
    store.transact(
        WriteWork.of(
            new Change.PutContract(
                new ContractRow(
                    key,
                    "012",
                    Optional.empty(),
                    LocalDate.of(2020, 4, 1),
                    Optional.empty(),
                    Method.SOFT,
                    Optional.empty(),
                    Optional.empty(),
                    0),
                true)));
  }

  /** A user of the contract, without a token. */
  Holder user(String name, Role role) {
    Holder holder = new Holder(bank, CONTRACT, new UserId(name));
    UserRow row = new UserRow(holder, role, START, Optional.empty(), Optional.empty(), 0, 0);
    store.transact(WriteWork.of(new Change.PutUser(row, true)));
    return holder;
  }

  /** A user of the contract with an ACTIVE token. */
  Holder customer(String name, Role role) {
    Holder holder = user(name, role);
    store.plant(active(holder));
    return holder;
  }

  static TokenRow active(Holder holder) {
    TokenRow issued = issued(holder);
    Enrolment enrolment =
        issued
            .enrolment()
            .orElseThrow()
            .activated(new Consent(START, "1"), new Device("phone", DeviceClass.SMARTPHONE), "");
    return issued
        .initialised(
            new SealedSeed(1, new byte[20]), Instant.parse("2028-11-21T15:00:00Z"), enrolment)
        .confirmed(enrolment.confirmedAt(START));
  }

  /** A token of which the first code is awaited. */
  static TokenRow initialised(Holder holder) {
    TokenRow issued = issued(holder);
    return issued.initialised(
        new SealedSeed(1, new byte[20]),
        Instant.parse("2028-11-21T15:00:00Z"),
        issued.enrolment().orElseThrow());
  }

  /** A token of which the mail is under way. */
  static TokenRow issued(Holder holder) {
    return TokenRow.issued(
        new TokenId("t-" + holder.user()),
        holder,
        new OtpParameters(FactorAsCode.NAME, HashFunction.SHA1, 6, Duration.ofSeconds(60)),
        START,
        new Enrolment(
            pair(holder),
            "kansai@mirai.jp",
            MailState.SENT,
            Optional.of("hmac"),
            0,
            START.plusSeconds(72 * 3600),
            Optional.empty(),
            Optional.empty(),
            "",
            Optional.empty()));
  }

  static ActivationPair pair(Holder holder) {
    return new ActivationPair(
        "ICHIDO", "%08d".formatted(Math.floorMod(holder.user().hashCode(), 100_000_000)));
  }

  /** The token as it stands. */
  TokenRow token(Holder holder) {
    return store.tokensOf(holder).get(0);
  }

  void lock(Holder holder) {
    store.plant(token(holder).failed(Optional.of(new Lock.UntilUnlocked(clock.instant()))));
  }

  void suspended(Holder holder) {
    store.plant(token(holder).withSuspension(Optional.of(new Suspension(START, "PHISHING"))));
  }

  /** The step of our clock. */
  long step() {
    return clock.instant().getEpochSecond() / 60;
  }

  /** What a token shows now. */
  OneTimeCode code() {
    return FactorAsCode.code(step());
  }

  OneTimeCode wrong() {
    return FactorAsCode.code(step() + 500);
  }

  Verdict.Kind verify(Holder holder, OneTimeCode code) {
    Use transfer = new Use(OperationName.TRANSFER, Stage.APPROVE, Channel.PC);
    return authenticator.verify(new VerifyRequest(key(), holder, transfer, code)).kind();
  }

  Outcome revoke(Holder holder, Holder actor, OneTimeCode code) {
    return lifecycle.revoke(
        new RevokeRequest(key(), holder, new Actor.User(actor.user()), Optional.of(code)));
  }

  Outcome revoke(Holder holder, Actor actor) {
    return lifecycle.revoke(new RevokeRequest(key(), holder, actor, Optional.empty()));
  }

  Outcome unlock(Holder holder, Holder actor, OneTimeCode code) {
    return administration.unlock(
        new UnlockRequest(key(), holder, new Actor.User(actor.user()), Optional.of(code)));
  }

  Outcome unlock(Holder holder, Actor actor) {
    return administration.unlock(new UnlockRequest(key(), holder, actor, Optional.empty()));
  }

  Outcome suspend(Holder holder, Actor.Operator operator) {
    return lifecycle.suspend(new OperatorRequest(key(), holder, operator));
  }

  Outcome resume(Holder holder, Actor.Operator operator) {
    return lifecycle.resume(new OperatorRequest(key(), holder, operator));
  }

  Outcome release(Holder holder, Actor.Operator operator) {
    return lifecycle.releaseDownloads(new OperatorRequest(key(), holder, operator));
  }

  Outcome approve(String asked, Actor.Operator operator) {
    return lifecycle.approve(new ApproveRequest(key(), bank, new RequestId(asked), operator));
  }

  static Outcome refused(Reason reason) {
    return new Outcome.Refused(START, reason);
  }

  Outcome refusedNow(Reason reason) {
    return new Outcome.Refused(clock.instant(), reason);
  }

  static Actor.Operator operator(String name, Optional<String> approver) {
    return new Actor.Operator(
        name, Optional.of("012"), approver, Optional.of("LOSS"), Optional.of("P-77"));
  }

  /** The newest entry of the user. */
  AuditEntry newest(Holder holder) {
    return store.audit(holder, 1).get(0);
  }

  List<AuditEvent> events(Holder holder) {
    return store.audit(holder, 1000).stream().map(AuditEntry::event).toList();
  }

  List<Cause> causes(Holder holder) {
    return store.audit(holder, 1000).stream().flatMap(e -> e.cause().stream()).toList();
  }

  /** What core banking is told. */
  List<OutboxRow.Type> told() {
    return store.wholeOutbox().stream().map(OutboxRow::type).toList();
  }

  Optional<Instant> coolDown(Holder holder) {
    return store.user(holder).orElseThrow().coolDown();
  }

  /** One change of one or more users' rows, past every rule. */
  void put(UserRow... rows) {
    store.transact(
        new WriteWork(
            Arrays.stream(rows).<Change>map(row -> new Change.PutUser(row, false)).toList()));
  }
}
