package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.HashFunction;
import org.ichido.api.Holder;
import org.ichido.api.OtpParameters;
import org.ichido.api.RequestId;
import org.ichido.api.RequestKey;
import org.ichido.api.Requester;
import org.ichido.api.TokenId;
import org.ichido.api.TokenKind;
import org.ichido.api.TokenState;
import org.ichido.api.UserId;
import org.ichido.api.act.ActivationPair;
import org.ichido.api.act.Device;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.api.contract.Account;
import org.ichido.api.contract.ContractKey;
import org.ichido.api.contract.ContractRequest;
import org.ichido.api.contract.ContractTerms;
import org.ichido.api.contract.DeviceClass;
import org.ichido.api.contract.Method;
import org.ichido.api.contract.MethodChange;
import org.ichido.api.contract.Role;
import org.ichido.core.due.DueActs;
import org.ichido.core.fakes.FactorAsCode;
import org.ichido.core.fakes.ShippedProfile;
import org.ichido.core.profile.Installed;
import org.ichido.core.work.WriteWork;
import org.ichido.spi.SealedSeed;
import org.ichido.spi.store.Attempts;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.Consent;
import org.ichido.spi.store.ContractRow;
import org.ichido.spi.store.Enrolment;
import org.ichido.spi.store.Expiry;
import org.ichido.spi.store.MailState;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.TokenRow;

/** The house with what core banking tells, and tokens at each place of their life. */
abstract class ContractHouse extends House {
  static final BankId BANK = new BankId("kinsan");
  static final ContractKey CONTRACT = new ContractKey(BANK, new ContractId("C0001"));

  /** The day of {@link House#START} in Japan: noon. */
  static final LocalDate TODAY = LocalDate.parse("2026-11-21");

  static final LocalDate OPENED = LocalDate.parse("2020-04-01");
  static final Account ACCOUNT = new Account("012", "1", "1234567", "ｶ)ｲﾁﾄﾞ");
  static final Duration SEVENTY_TWO_HOURS = Duration.ofHours(72);

  final InboxContractAdministration contracts =
      new InboxContractAdministration(decisions, onceOnly);
  final DueActs dueActs = new DueActs(services, profiles, news);

  /** Serves another of the shipped banks beside Kinsan. */
  BankId serve(String bank) {
    var values = ShippedProfile.values(bank);
    values.put("otp.algorithm", FactorAsCode.NAME);
    Installed.configure(
        profiles, "org.ichido.bank~" + bank, values, ShippedProfile.directory(bank));
    return new BankId(bank);
  }

  static Holder user(String name) {
    return new Holder(BANK, CONTRACT.contract(), new UserId(name));
  }

  static ContractTerms terms(Method method) {
    return new ContractTerms(
        "012", Optional.of("12345"), OPENED, Optional.of(method), Optional.of(ACCOUNT));
  }

  @Override
  RequestKey key() {
    return new RequestKey(new Requester("kinsan.core"), new RequestId("r" + ids.incrementAndGet()));
  }

  Outcome perform(ContractRequest request) {
    return contracts.perform(request);
  }

  void done(ContractRequest request) {
    assertThat(perform(request)).isEqualTo(Outcome.Done.at(clock.instant()));
  }

  void refused(Reason reason, ContractRequest request) {
    assertThat(perform(request)).isEqualTo(new Outcome.Refused(clock.instant(), reason));
  }

  /** Opens the contract with users. */
  void opened(Method method, String... users) {
    done(open(method));
    for (String name : users) {
      done(add(name, Role.GENERAL));
    }
  }

  ContractRequest open(Method method) {
    return new ContractRequest.Open(key(), CONTRACT, terms(method));
  }

  ContractRequest close(LocalDate day) {
    return new ContractRequest.Close(key(), CONTRACT, day);
  }

  ContractRequest change(Method method, LocalDate effective) {
    return new ContractRequest.ChangeMethod(key(), CONTRACT, new MethodChange(method, effective));
  }

  ContractRequest add(String name, Role role) {
    return new ContractRequest.AddUser(key(), user(name), role);
  }

  ContractRequest remove(String name) {
    return new ContractRequest.RemoveUser(key(), user(name));
  }

  ContractRequest changeRole(String name, Role role) {
    return new ContractRequest.ChangeRole(key(), user(name), role);
  }

  ContractRow contract() {
    return store.contract(CONTRACT).orElseThrow();
  }

  /** Plants a token as enrolment would leave it at that state. */
  TokenRow plant(String name, TokenKind kind, TokenState state) {
    return plant(kind, state, List.of(user(name)));
  }

  TokenRow plant(TokenKind kind, TokenState state, List<Holder> holders) {
    TokenId id = new TokenId(new UUID(random.nextLong(), random.nextLong()).toString());
    Instant now = clock.instant();
    boolean delivered = state != TokenState.ISSUED;
    Optional<Enrolment> enrolment =
        kind == TokenKind.HARD ? Optional.empty() : Optional.of(enrolment(delivered));
    TokenRow row =
        new TokenRow(
            id,
            holders.get(0).bank(),
            holders.get(0).contract(),
            holders.stream().map(Holder::user).toList(),
            kind,
            state,
            new OtpParameters(FactorAsCode.NAME, HashFunction.SHA1, 6, Duration.ofMinutes(1)),
            delivered ? Optional.of(new SealedSeed(1, new byte[20])) : Optional.empty(),
            Attempts.NONE,
            0,
            Optional.empty(),
            new Expiry(
                delivered ? Optional.of(now.plus(Duration.ofDays(730))) : Optional.empty(), false),
            now,
            enrolment,
            0);
    store.plant(row);
    return row;
  }

  private Enrolment enrolment(boolean delivered) {
    Instant now = clock.instant();
    return new Enrolment(
        new ActivationPair("KINSAN", String.format("%012d", ids.incrementAndGet())),
        "taro@example.jp",
        MailState.WAITING,
        delivered ? Optional.empty() : Optional.of(hmac()),
        0,
        now.plus(SEVENTY_TWO_HOURS),
        delivered ? Optional.of(new Consent(now, "1")) : Optional.empty(),
        delivered
            ? Optional.of(new Device("device-" + ids.incrementAndGet(), DeviceClass.SMARTPHONE))
            : Optional.empty(),
        "",
        Optional.empty());
  }

  private static String hmac() {
    return "a".repeat(64);
  }

  /** Puts the mail of a token into the outbox, as the issue does. */
  void mail(TokenRow token) {
    store.transact(
        WriteWork.of(
            new Change.Emit(
                OutboxRow.about(
                    clock.instant(), token, OutboxRow.Kind.MAIL, OutboxRow.Type.ISSUED, ""))));
  }

  /** The token as it stands now. */
  TokenRow now(TokenRow token) {
    return store.token(token.id()).orElseThrow();
  }

  TokenState state(TokenRow token) {
    return now(token).state();
  }

  /** Events, as {@code TYPE detail user}, in their order. */
  List<String> told() {
    return store.wholeOutbox().stream()
        .filter(row -> row.kind() == OutboxRow.Kind.EVENT)
        .map(row -> row.type() + " " + row.detail() + " " + row.user().orElseThrow())
        .toList();
  }

  static Instant japan(String local) {
    return OffsetDateTime.parse(local + "+09:00").toInstant();
  }
}
