package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.ichido.api.Actor;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.BankId;
import org.ichido.api.BankNotServed;
import org.ichido.api.Drained;
import org.ichido.api.Health;
import org.ichido.api.StoreUnavailable;
import org.ichido.api.Verdict;
import org.ichido.core.fakes.FactorAsCode;
import org.ichido.core.fakes.FiveFailures;
import org.ichido.core.fakes.KinsanProfile;
import org.ichido.core.profile.BankProfiles;
import org.ichido.core.profile.Installed;
import org.ichido.spi.transport.BankMessaging;
import org.ichido.spi.transport.BankWatcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whose messages are let in. */
class DrainedBanksTest extends House {
  private static final BankId KINSAN = HOLDER.bank();
  private static final Actor.Administrator VERA = new Actor.Administrator("vera");
  private static final Actor.Administrator OTTO = new Actor.Administrator("otto");

  private final Listening listening = new Listening();
  private final DrainedBanks banks = new DrainedBanks(profiles, services);

  /** What a transport is told. */
  private static final class Listening implements BankWatcher {
    private final BlockingQueue<List<BankId>> served = new LinkedBlockingQueue<>();
    private volatile List<BankId> known = List.of();

    @Override
    public void known(List<BankMessaging> banks) {
      known = banks.stream().map(BankMessaging::bank).toList();
    }

    @Override
    public void served(List<BankMessaging> banks) {
      served.add(banks.stream().map(BankMessaging::bank).toList());
    }

    List<BankId> next() throws InterruptedException {
      List<BankId> next = served.poll(20, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("nobody told the transports anything");
      }
      return next;
    }
  }

  private void listen() throws InterruptedException {
    Installed.watching(profiles, listening);
    assertThat(listening.next()).as("before the store has spoken").isEmpty();
    banks.bindStore(store);
    assertThat(listening.next()).containsExactly(KINSAN);
  }

  private String health(Health.Level level) {
    Health health =
        profiles.health().stream()
            .filter(one -> one.part().equals("bank kinsan"))
            .findFirst()
            .orElseThrow();
    assertThat(health.level()).isEqualTo(level);
    return health.lines().get(0);
  }

  @AfterEach
  void stop() {
    banks.stop();
  }

  @Test
  void aDrainedBankIsKnownAndNotServedUntilItIsResumed() throws Exception {
    listen();

    Drained mark = banks.drain(KINSAN, VERA);

    assertThat(mark).isEqualTo(new Drained(KINSAN, START, VERA));
    assertThat(listening.next()).isEmpty();
    assertThat(listening.known).containsExactly(KINSAN);
    assertThat(health(Health.Level.WARN))
        .isEqualTo(
            "drained since 2026-11-21 12:00:00 JST by administrator vera: its messages wait;"
                + " ichido:resume kinsan");

    assertThat(banks.resume(KINSAN, OTTO)).isTrue();
    assertThat(listening.next()).containsExactly(KINSAN);
    assertThat(health(Health.Level.OK)).startsWith("served under");
    assertThat(store.wholeAudit())
        .containsExactly(
            AuditEntry.of(START, AuditEvent.DRAINED, KINSAN).withActor(VERA),
            AuditEntry.of(START, AuditEvent.RESUMED, KINSAN).withActor(OTTO));
  }

  @Test
  void drainingTwiceKeepsTheFirstMarkAndIsAuditedOnce() throws Exception {
    listen();
    Drained first = banks.drain(KINSAN, VERA);
    clock.advance(Duration.ofHours(1));

    assertThat(banks.drain(KINSAN, OTTO)).isEqualTo(first);
    assertThat(store.wholeAudit()).hasSize(1);
    assertThat(banks.resume(KINSAN, OTTO)).isTrue();
    assertThat(banks.resume(KINSAN, OTTO)).isFalse();
    assertThat(store.wholeAudit()).hasSize(2);
  }

  @Test
  void callersInsideTheServerAreServedAllTheSame() throws Exception {
    listen();
    register();
    banks.drain(KINSAN, VERA);

    assertThat(verify(FactorAsCode.code(STEP)).kind()).isEqualTo(Verdict.Kind.ACCEPTED);
  }

  @Test
  void aRestartResumesNobody() throws Exception {
    listen();
    banks.drain(KINSAN, VERA);

    BankProfiles restarted = new BankProfiles();
    Installed.with(restarted, new FactorAsCode(), new FiveFailures());
    Installed.configure(restarted, "org.ichido.bank~kinsan", KinsanProfile.values());
    Listening transport = new Listening();
    Installed.watching(restarted, transport);
    assertThat(transport.next()).isEmpty();
    DrainedBanks again = new DrainedBanks(restarted, services);
    again.bindStore(store);
    try {
      assertThat(transport.next()).isEmpty();
      assertThat(again.resume(KINSAN, VERA)).isTrue();
      assertThat(transport.next()).containsExactly(KINSAN);
    } finally {
      again.stop();
    }
  }

  @Test
  void whileTheStoreCannotSayNobodyIsListenedToAndItIsAskedAgain() throws Exception {
    store.broken = true;
    Installed.watching(profiles, listening);
    assertThat(listening.next()).isEmpty();
    banks.bindStore(store);
    assertThat(health(Health.Level.DOWN)).contains("the store cannot say yet");
    assertThatThrownBy(() -> banks.drain(KINSAN, VERA)).isInstanceOf(StoreUnavailable.class);

    store.broken = false;

    assertThat(listening.next()).containsExactly(KINSAN);
  }

  @Test
  void whatTheStoreOnceSaidHoldsWhileItIsAway() throws Exception {
    listen();
    banks.drain(KINSAN, VERA);
    listening.next();
    banks.unbindStore(store);

    configure(KinsanProfile.with("otp.digits", "8"));

    assertThat(listening.next()).isEmpty();
    assertThat(health(Health.Level.WARN)).startsWith("drained since");
  }

  @Test
  void aBankThatHasNoProfileIsNotDrainedButOneWithAWrongOneIs() throws Exception {
    listen();
    assertThatThrownBy(() -> banks.drain(new BankId("kinsna"), VERA))
        .isInstanceOf(BankNotServed.class)
        .hasMessage("bank kinsna has no profile etc/org.ichido.bank~kinsna.cfg");

    configure(KinsanProfile.with("otp.digits", "six"));
    banks.drain(KINSAN, VERA);
    configure(KinsanProfile.values());

    assertThat(health(Health.Level.WARN)).startsWith("drained since");
    assertThat(banks.banks()).containsExactly(KINSAN);
  }
}
