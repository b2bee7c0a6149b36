package org.ichido.core.service;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.Holder;
import org.ichido.api.OneTimeCode;
import org.ichido.api.TokenState;
import org.ichido.api.UserId;
import org.ichido.api.Verdict;
import org.ichido.api.VerifyRequest;
import org.ichido.api.act.ActivateRequest;
import org.ichido.api.act.Activation;
import org.ichido.api.act.ActivationPair;
import org.ichido.api.act.Ciphertext;
import org.ichido.api.act.ConfirmRequest;
import org.ichido.api.act.IssueRequest;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.api.contract.ContractKey;
import org.ichido.api.contract.Method;
import org.ichido.api.contract.Role;
import org.ichido.api.requirement.Channel;
import org.ichido.api.requirement.OperationName;
import org.ichido.api.requirement.Stage;
import org.ichido.api.requirement.Use;
import org.ichido.core.fakes.FiveFailures;
import org.ichido.core.fakes.PlainTotp;
import org.ichido.core.fakes.ShippedProfile;
import org.ichido.core.fakes.TokenPhone;
import org.ichido.core.profile.Installed;
import org.ichido.core.work.WriteWork;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.ContractRow;
import org.ichido.spi.store.Enrolment;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.UserRow;
import org.junit.jupiter.api.BeforeEach;

/** The house with the way that a soft token takes to its user, at the bank of the S1 document. */
abstract class EnrolmentHouse extends House {
  static final String MAIL = "kansai@mirai.jp";
  static final String PASSWORD = "4711";
  static final LocalDate OPENED = LocalDate.of(2020, 4, 1);
  static final Holder HANAKO = holder("mirai", "C0001", "hanako");

  final InboxTokenLifecycle lifecycle = new InboxTokenLifecycle(decisions, onceOnly);
  final TokenPhone phone = new TokenPhone("phone-1");

  @BeforeEach
  @Override
  void kinsanIsServed() {
    Installed.with(profiles, new PlainTotp(), new FiveFailures());
    serve("kinsan", Map.of());
  }

  @BeforeEach
  void miraiIsServedAndHanakoMayEnrol() {
    serve("mirai", Map.of());
    contract(HANAKO, Method.SOFT, OPENED);
    user(HANAKO);
  }

  static Holder holder(String bank, String contract, String user) {
    return new Holder(new BankId(bank), new ContractId(contract), new UserId(user));
  }

  /** The bank's shipped profile but for a few values. */
  void serve(String bank, Map<String, String> other) {
    Map<String, String> values = ShippedProfile.values(bank);
    values.putAll(other);
    Installed.configure(
        profiles, "org.ichido.bank~" + bank, values, ShippedProfile.directory(bank));
  }

  void contract(Holder holder, Method method, LocalDate opened) {
    write(
        new Change.PutContract(
            new ContractRow(
                new ContractKey(holder.bank(), holder.contract()),
                "012",
                Optional.empty(),
                opened,
                Optional.empty(),
                method,
                Optional.empty(),
                Optional.empty(),
                0),
            true));
  }

  ContractRow contractOf(Holder holder) {
    return store.contract(new ContractKey(holder.bank(), holder.contract())).orElseThrow();
  }

  void user(Holder holder) {
    write(
        new Change.PutUser(
            new UserRow(holder, Role.MASTER, START, Optional.empty(), Optional.empty(), 0, 0),
            true));
  }

  UserRow userOf(Holder holder) {
    return store.user(holder).orElseThrow();
  }

  void write(Change change) {
    store.transact(WriteWork.of(change));
  }

  Ciphertext typed(String password) {
    return TokenPhone.encrypted(password, vault.transportKey().key());
  }

  IssueRequest form(Holder holder, String mail, String again, String first, String second) {
    return new IssueRequest(key(), holder, mail, again, typed(first), typed(second));
  }

  IssueRequest form(Holder holder) {
    return form(holder, MAIL, MAIL, PASSWORD, PASSWORD);
  }

  Outcome issue(Holder holder) {
    return lifecycle.issue(form(holder));
  }

  /** Issues, and gives what the page shows. */
  ActivationPair issued(Holder holder) {
    return ((Outcome.Done) issue(holder)).pair().orElseThrow();
  }

  ActivateRequest activation(Holder holder, ActivationPair pair, String password, TokenPhone on) {
    return new ActivateRequest(
        key(),
        holder.bank(),
        pair,
        on.password(password, vault.transportKey().key()),
        on.appKey(),
        on.device(),
        Optional.of("2026-04"),
        Optional.empty());
  }

  Activation activate(ActivationPair pair, String password) {
    return lifecycle.activate(activation(HANAKO, pair, password, phone));
  }

  /** Issues and activates; the seed is on the phone. */
  void initialise(Holder holder, TokenPhone on) {
    on.receive(lifecycle.activate(activation(holder, issued(holder), PASSWORD, on)));
  }

  Verdict confirm(Holder holder, OneTimeCode code) {
    return lifecycle.confirm(new ConfirmRequest(key(), holder, code));
  }

  /** From the issue to the confirmation. */
  void enrol(Holder holder, TokenPhone on) {
    initialise(holder, on);
    confirm(holder, on.codeAt(clock.instant()));
  }

  Verdict verify(Holder holder, OneTimeCode code) {
    return authenticator.verify(
        new VerifyRequest(
            key(), holder, new Use(OperationName.TRANSFER, Stage.SUBMIT, Channel.PC), code));
  }

  /** A code that the phone shows at no time near. */
  OneTimeCode wrongCode(TokenPhone on) {
    for (int guess = 0; ; guess++) {
      OneTimeCode code = OneTimeCode.of("%06d".formatted(guess));
      boolean near = false;
      for (int step = -50; step <= 50; step++) {
        near |= code.equals(on.codeAt(clock.instant().plusSeconds(60L * step)));
      }
      if (!near) {
        return code;
      }
    }
  }

  TokenRow token(Holder holder) {
    return store.tokensOf(holder).get(0);
  }

  TokenState state(Holder holder) {
    return token(holder).state();
  }

  Enrolment enrolment(Holder holder) {
    return token(holder).enrolment().orElseThrow();
  }

  List<OutboxRow.Type> events(Holder holder) {
    return store.wholeOutbox().stream()
        .filter(row -> row.kind() == OutboxRow.Kind.EVENT)
        .filter(row -> row.user().equals(Optional.of(holder.user())))
        .map(OutboxRow::type)
        .toList();
  }

  static Instant in(Outcome outcome) {
    return ((Outcome.Refused) outcome).until().orElseThrow();
  }

  Reason refused(IssueRequest request) {
    return reason(lifecycle.issue(request)).orElseThrow();
  }

  static Optional<Reason> reason(Outcome outcome) {
    return outcome instanceof Outcome.Refused refused
        ? Optional.of(refused.reason())
        : Optional.empty();
  }

  ActivateRequest with(
      ActivationPair pair, Optional<String> terms, Optional<String> name, TokenPhone on) {
    ActivateRequest plain = activation(HANAKO, pair, PASSWORD, on);
    return new ActivateRequest(
        plain.key(),
        plain.bank(),
        pair,
        plain.password(),
        plain.appKey(),
        plain.device(),
        terms,
        name);
  }

  AuditEntry lastRefusal() {
    List<AuditEntry> refusals = store.audited(AuditEvent.ACTIVATION_REFUSED);
    return refusals.get(refusals.size() - 1);
  }
}
