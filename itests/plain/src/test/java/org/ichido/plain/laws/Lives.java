package org.ichido.plain.laws;

import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.ichido.api.Actor;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.Holder;
import org.ichido.api.OneTimeCode;
import org.ichido.api.RequestId;
import org.ichido.api.RequestKey;
import org.ichido.api.Requester;
import org.ichido.api.TokenState;
import org.ichido.api.UnlockRequest;
import org.ichido.api.UserId;
import org.ichido.api.Verdict;
import org.ichido.api.VerifyRequest;
import org.ichido.api.act.ActivateRequest;
import org.ichido.api.act.Activation;
import org.ichido.api.act.Ciphertext;
import org.ichido.api.act.ConfirmRequest;
import org.ichido.api.act.Device;
import org.ichido.api.act.IssueRequest;
import org.ichido.api.act.OperatorRequest;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.RenewRequest;
import org.ichido.api.act.RevokeRequest;
import org.ichido.api.contract.ContractKey;
import org.ichido.api.contract.ContractRequest;
import org.ichido.api.contract.ContractTerms;
import org.ichido.api.contract.DeviceClass;
import org.ichido.api.contract.Method;
import org.ichido.api.contract.MethodChange;
import org.ichido.api.contract.Role;
import org.ichido.api.requirement.Channel;
import org.ichido.api.requirement.OperationName;
import org.ichido.api.requirement.Stage;
import org.ichido.api.requirement.Use;
import org.ichido.spi.store.Enrolment;
import org.ichido.spi.store.TokenQuery;
import org.ichido.spi.store.TokenRow;
import org.ichido.testkit.token.AppActivation;
import org.ichido.testkit.token.TransportKey;

/**
 * A master and a general user of one contract, and the tokens of their lives. After each act the
 * laws are held against what lies in the store; nothing of core says what is right.
 */
final class Lives {
  private static final BankId KINSAN = new BankId("kinsan");
  private static final String PASSWORD = "58203917";
  private static final Actor.Operator OPERATOR =
      new Actor.Operator(
          "OP1", Optional.of("012"), Optional.of("OP2"), Optional.of("LOSS"), Optional.of("P-1"));

  /** Made once: what is on trial is not the app. */
  private static final KeyPair APP_KEY = AppActivation.keyPair(2048);

  /** The successors of each state, as docs/states.md has them, and itself. */
  private static final Map<TokenState, Set<TokenState>> TABLE =
      Map.of(
          TokenState.ISSUED,
          EnumSet.of(TokenState.ISSUED, TokenState.INITIALISED, TokenState.CANCELLED),
          TokenState.INITIALISED,
          EnumSet.of(TokenState.INITIALISED, TokenState.ACTIVE, TokenState.CANCELLED),
          TokenState.ACTIVE,
          EnumSet.of(TokenState.ACTIVE, TokenState.REVOKED),
          TokenState.REVOKED,
          EnumSet.of(TokenState.REVOKED),
          TokenState.CANCELLED,
          EnumSet.of(TokenState.CANCELLED));

  /** Which code a customer types. */
  enum Typed {
    RIGHT,
    WRONG,
    OF_THE_FORMER,
    OF_THE_OTHER
  }

  /** Which of the three values he types wrongly, if any. */
  enum Values {
    RIGHT,
    WRONG_PASSWORD,
    FORMER_PAIR
  }

  private final HouseOnTrial trial;
  private final TransportKey transport;
  private final ContractKey contract;
  private final List<Holder> holders;
  private final List<KnownToken> known = new ArrayList<>();
  private final Map<String, Integer> did;
  private Supplier<Object> last = () -> "";
  private Object answered = "";
  private int requests;

  Lives(HouseOnTrial trial, Map<String, Integer> did) {
    this.trial = trial;
    this.did = did;
    trial.clock().set(HouseOnTrial.START);
    trial.change(ModelRules.SHIPPED);
    transport = TransportKey.ofPem(trial.house().vault().transportKey().pem());
    ContractId id = new ContractId("LIFE" + trial.nextUser());
    contract = new ContractKey(KINSAN, id);
    holders =
        List.of(new Holder(KINSAN, id, new UserId("u0")), new Holder(KINSAN, id, new UserId("u1")));
    tell(
        new ContractRequest.Open(
            key(),
            contract,
            new ContractTerms(
                "012",
                Optional.empty(),
                LocalDate.of(2020, 4, 1),
                Optional.of(Method.SOFT),
                Optional.empty())));
    tell(new ContractRequest.AddUser(key(), holders.get(0), Role.MASTER));
    tell(new ContractRequest.AddUser(key(), holders.get(1), Role.GENERAL));
  }

  private void tell(ContractRequest request) {
    counted("told", asked(() -> trial.house().contracts().perform(request)));
  }

  void enrols(int customer) {
    issue(customer);
    activate(customer, Values.RIGHT);
    move(Duration.ofMinutes(1));
    confirm(customer, Typed.RIGHT);
    move(Duration.ofMinutes(1));
  }

  void issue(int customer) {
    String mail = "a@example.jp";
    IssueRequest request =
        new IssueRequest(key(), holders.get(customer), mail, mail, sealed(), sealed());
    Outcome outcome = asked(() -> trial.house().lifecycle().issue(request));
    if (outcome instanceof Outcome.Done done) {
      known.add(new KnownToken(done.token().orElseThrow(), customer, done.pair().orElseThrow()));
    }
    counted("issue", outcome);
    look();
  }

  private Ciphertext sealed() {
    return new Ciphertext(Base64.getDecoder().decode(transport.encrypted(PASSWORD)));
  }

  void activate(int customer, Values values) {
    List<KnownToken> own = known.stream().filter(token -> token.isOf(customer)).toList();
    int back = values == Values.FORMER_PAIR ? 2 : 1;
    if (own.size() < back) {
      return;
    }
    KnownToken token = own.get(own.size() - back);
    String password = values == Values.WRONG_PASSWORD ? "4711" : PASSWORD;
    AppActivation typed =
        new AppActivation(
            token.pair().serviceId(), token.pair().userId(), password, transport, APP_KEY);
    ActivateRequest request =
        new ActivateRequest(
            key(),
            KINSAN,
            token.pair(),
            new Ciphertext(Base64.getDecoder().decode(typed.password())),
            typed.appKey(),
            new Device("phone-" + contract.contract() + customer, DeviceClass.SMARTPHONE),
            Optional.of("2026-04"),
            Optional.empty());
    Activation activation = asked(() -> trial.house().lifecycle().activate(request));
    if (activation instanceof Activation.Delivered delivered) {
      Law.SEED_ONCE.equal("before", Optional.empty(), token.app());
      Law.SEED_ONCE.equal("password", PASSWORD, password);
      Law.SEED_ONCE.equal("state before", TokenState.ISSUED, token.state());
      token.delivered(
          typed.token(
              Base64.getEncoder().encodeToString(delivered.seed().bytes()),
              delivered.otp().hash().label(),
              delivered.otp().digits(),
              (int) delivered.otp().period().toSeconds()));
    }
    did.merge("activate " + values + " " + activation.getClass().getSimpleName(), 1, Integer::sum);
    look();
  }

  void confirm(int customer, Typed typed) {
    String code = code(customer, typed);
    ConfirmRequest request = new ConfirmRequest(key(), holders.get(customer), OneTimeCode.of(code));
    Verdict verdict = asked(() -> trial.house().lifecycle().confirm(request));
    if (verdict instanceof Verdict.Accepted) {
      KnownToken token = live(customer).orElseThrow();
      Law.CODE_OF_THE_LIVE.equal("confirmed by its code", true, token.shows(code, now()));
      Law.CODE_FIRST.equal("state before", TokenState.INITIALISED, token.state());
      token.confirmedBy(code, now());
    }
    counted("confirm " + typed, verdict);
    look();
  }

  void verify(int customer, Typed typed) {
    String code = code(customer, typed);
    VerifyRequest request =
        new VerifyRequest(
            key(),
            holders.get(customer),
            new Use(OperationName.TRANSFER, Stage.SUBMIT, Channel.PC),
            OneTimeCode.of(code));
    Verdict verdict = asked(() -> trial.house().authenticator().verify(request));
    if (verdict instanceof Verdict.Accepted) {
      isOfTheTokenInUse(customer, code);
    }
    counted("verify " + typed, verdict);
    look();
  }

  void renew(int customer, Typed typed) {
    List<KnownToken> own = known.stream().filter(token -> token.isOf(customer)).toList();
    if (own.isEmpty()) {
      return;
    }
    String code = code(customer, typed);
    KnownToken token = own.get(own.size() - 1);
    RenewRequest request = new RenewRequest(key(), KINSAN, token.pair(), OneTimeCode.of(code));
    Outcome outcome = asked(() -> trial.house().lifecycle().renew(request));
    if (outcome instanceof Outcome.Done) {
      isOfTheTokenInUse(customer, code);
    }
    counted("renew " + typed, outcome);
    look();
  }

  void revokeByOperator(int customer) {
    RevokeRequest request =
        new RevokeRequest(key(), holders.get(customer), OPERATOR, Optional.empty());
    Outcome outcome = asked(() -> trial.house().lifecycle().revoke(request));
    counted("revoke by operator", outcome);
    look();
    isEnded(customer, outcome);
  }

  void revokeByUser(int actor, int target, Typed typed) {
    String code = code(actor, typed);
    RevokeRequest request =
        new RevokeRequest(
            key(),
            holders.get(target),
            new Actor.User(holders.get(actor).user()),
            Optional.of(OneTimeCode.of(code)));
    Outcome outcome = asked(() -> trial.house().lifecycle().revoke(request));
    if (outcome instanceof Outcome.Done) {
      isOfTheTokenInUse(actor, code);
    }
    counted("revoke by user", outcome);
    look();
    isEnded(target, outcome);
  }

  void suspension(int customer, boolean lifted) {
    OperatorRequest request = new OperatorRequest(key(), holders.get(customer), OPERATOR);
    Outcome outcome =
        asked(
            () ->
                lifted
                    ? trial.house().lifecycle().resume(request)
                    : trial.house().lifecycle().suspend(request));
    counted(lifted ? "resume" : "suspend", outcome);
    look();
  }

  void unlock(int customer) {
    UnlockRequest request =
        new UnlockRequest(key(), holders.get(customer), OPERATOR, Optional.empty());
    counted("unlock", asked(() -> trial.house().administration().unlock(request)));
    look();
  }

  void method(Method method) {
    LocalDate today = LocalDate.ofInstant(now(), ZoneId.of("Asia/Tokyo"));
    tell(new ContractRequest.ChangeMethod(key(), contract, new MethodChange(method, today)));
    look();
  }

  void move(Duration by) {
    trial.clock().advance(by);
    look();
  }

  void due() {
    trial.house().dueActs().run();
    look();
  }

  void restart() {
    trial.restart();
    look();
  }

  /** The last request comes a second time. */
  void again() {
    Law.SEED_ONCE.equal("the last request again", answered, last.get());
    look();
  }

  private void isEnded(int customer, Outcome outcome) {
    if (outcome instanceof Outcome.Done) {
      boolean live = live(customer).isPresent();
      Law.ENDED_STAYS.equal("a live token after a revocation", false, live);
    }
  }

  /** Whoever's code it was, it was accepted for that customer. */
  private void isOfTheTokenInUse(int customer, String code) {
    KnownToken token = live(customer).orElseThrow();
    Law.CODE_OF_THE_LIVE.equal("its own code", true, token.shows(code, now()));
    Law.CODE_FIRST.equal("confirmed before", true, token.confirmed());
  }

  private Optional<KnownToken> live(int customer) {
    return known.stream()
        .filter(token -> token.isOf(customer) && token.state().live())
        .reduce((one, other) -> other);
  }

  private String code(int customer, Typed typed) {
    int whose = typed == Typed.OF_THE_OTHER ? 1 - customer : customer;
    int back = typed == Typed.OF_THE_FORMER ? 1 : 0;
    List<KnownToken> apps =
        known.stream().filter(token -> token.isOf(whose) && token.app().isPresent()).toList();
    if (apps.size() <= back) {
      return "000000";
    }
    var app = apps.get(apps.size() - 1 - back).app().orElseThrow();
    return typed == Typed.WRONG ? app.wrongCodeAt(now()) : app.codeAt(now());
  }

  /** What lies in the store, held against the laws. */
  private void look() {
    Map<String, Integer> living = new TreeMap<>();
    for (TokenRow row : rows()) {
      KnownToken token =
          known.stream().filter(some -> some.id().equals(row.id())).findFirst().orElseThrow();
      TokenState state = row.state();
      Law.BY_THE_TABLE.equal(
          token.state() + " to " + state, true, TABLE.get(token.state()).contains(state));
      if (state == TokenState.ACTIVE) {
        Law.CODE_FIRST.equal("ACTIVE " + row.id(), true, token.confirmed());
      }
      if (state.live()) {
        living.merge(row.users().toString(), 1, Integer::sum);
      } else {
        Law.ENDED_STAYS.equal("seed of an ended one", true, row.seed().isEmpty());
        Law.ENDED_STAYS.equal(
            "its activation password",
            Optional.empty(),
            row.enrolment().flatMap(Enrolment::password));
      }
      token.seen(state);
      did.merge("seen " + state, 1, Integer::sum);
    }
    living.forEach((user, count) -> Law.ONE_LIVE.equal(user, 1, count));
  }

  private List<TokenRow> rows() {
    return trial
        .house()
        .store()
        .find(
            new TokenQuery(
                Optional.empty(), Optional.of(KINSAN), Optional.of(contract.contract()), 100));
  }

  @SuppressWarnings("unchecked") // of the kind that the same question had
  private <A> A asked(Supplier<A> question) {
    A answer = question.get();
    last = (Supplier<Object>) question;
    answered = answer;
    return answer;
  }

  private void counted(String what, Object answer) {
    did.merge(what + " " + answer.getClass().getSimpleName(), 1, Integer::sum);
  }

  private Instant now() {
    return trial.clock().instant();
  }

  private RequestKey key() {
    return new RequestKey(
        new Requester("lives"), new RequestId(contract.contract() + "-" + ++requests));
  }
}
