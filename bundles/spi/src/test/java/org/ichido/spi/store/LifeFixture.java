package org.ichido.spi.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.ichido.api.HashFunction;
import org.ichido.api.Holder;
import org.ichido.api.OtpParameters;
import org.ichido.api.TokenId;
import org.ichido.api.act.ActivationPair;
import org.ichido.api.act.Device;
import org.ichido.api.contract.Account;
import org.ichido.api.contract.ContractKey;
import org.ichido.api.contract.DeviceClass;
import org.ichido.api.contract.Method;
import org.ichido.api.contract.Role;
import org.ichido.api.stock.HardTokenState;
import org.ichido.api.stock.TokenSerial;
import org.ichido.spi.SealedSeed;

/** Contracts, users and soft tokens to put into the store under test. */
public abstract class LifeFixture extends TokenStoreFixture {
  protected static final ContractKey C1 = new ContractKey(BANK, ALICE.contract());
  protected static final Instant DEADLINE = NOW.plus(Duration.ofHours(72));
  protected static final Instant EXPIRY = NOW.plus(Duration.ofDays(730));
  protected static final Device PHONE = new Device("phone-1", DeviceClass.SMARTPHONE);
  protected static final SealedSeed SEED = new SealedSeed(3, new byte[] {1, 2, 3, -1});

  protected static ContractRow contract(ContractKey key) {
    return new ContractRow(
        key,
        "001",
        Optional.empty(),
        LocalDate.of(2024, 2, 29),
        Optional.empty(),
        Method.SOFT,
        Optional.empty(),
        Optional.empty(),
        0);
  }

  protected static Account account() {
    return new Account("001", "1", "0012345", "ｶ)ｲﾁﾄﾞ");
  }

  protected static UserRow user(Holder holder, Role role) {
    return new UserRow(holder, role, NOW, Optional.empty(), Optional.empty(), 0, 0);
  }

  protected static ActivationPair pair(int number) {
    return new ActivationPair("KINSAN", "%08d".formatted(number));
  }

  /** A token that was asked for, with a pair of that number. */
  protected static TokenRow issued(String id, Holder holder, int number) {
    return TokenRow.issued(
        new TokenId(id),
        holder,
        new OtpParameters("totp", HashFunction.SHA256, 6, Duration.ofSeconds(60)),
        NOW,
        new Enrolment(
            pair(number),
            "kansai@mirai.jp",
            MailState.WAITING,
            Optional.of("hmac"),
            0,
            DEADLINE,
            Optional.empty(),
            Optional.empty(),
            "",
            Optional.empty()));
  }

  protected static TokenRow initialised(TokenRow issued, Device device) {
    Enrolment enrolment = issued.enrolment().orElseThrow();
    return issued.initialised(
        SEED, EXPIRY, enrolment.activated(new Consent(NOW, "2026-01"), device, "経理"));
  }

  protected static TokenRow confirmed(TokenRow initialised) {
    return initialised.confirmed(initialised.enrolment().orElseThrow().confirmedAt(NOW));
  }

  /** A device in stock. */
  protected static HardTokenRow device(String id, String serial) {
    return new HardTokenRow(
        new TokenId(id),
        BANK,
        new TokenSerial(serial),
        new OtpParameters("totp", HashFunction.SHA256, 6, Duration.ofSeconds(60)),
        Optional.of(SEED),
        -1,
        LocalDate.of(2031, 3, 31),
        "012",
        HardTokenState.IN_STOCK,
        Optional.empty(),
        NOW,
        0);
  }

  protected void write(Change... changes) {
    store().transact(writing(changes));
  }

  protected Rows load(Reads reads) {
    return store().transact(unit(reads, rows -> new Decided<>(rows, List.of())));
  }

  /** Changes that come too late are not written, none of them: the unit of work decides again. */
  protected void assertDecidedAgain(Change... late) {
    AtomicInteger decisions = new AtomicInteger();
    String outcome =
        store()
            .transact(
                unit(
                    Reads.NOTHING,
                    rows ->
                        decisions.getAndIncrement() == 0
                            ? new Decided<>("too late", List.of(late))
                            : new Decided<>("decided again", List.of())));
    assertThat(outcome).isEqualTo("decided again");
  }

  /** What a token is in the store after a change of it as it stands there. */
  protected TokenRow changed(Holder holder, UnaryOperator<TokenRow> change) {
    write(new Change.UpdateToken(change.apply(onlyToken(holder))));
    return onlyToken(holder);
  }

  protected static TokenRow version(TokenRow row, long version) {
    return new TokenRow(
        row.id(),
        row.bank(),
        row.contract(),
        row.users(),
        row.kind(),
        row.state(),
        row.otp(),
        row.seed(),
        new Attempts(row.lastFactor(), row.failures(), row.lock()),
        row.drift(),
        row.suspension(),
        new Expiry(row.expires(), row.expiry().told()),
        row.registered(),
        row.enrolment(),
        version);
  }
}
