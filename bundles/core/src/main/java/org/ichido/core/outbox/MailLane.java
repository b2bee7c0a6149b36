package org.ichido.core.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.ichido.api.BankId;
import org.ichido.api.NoAnswer;
import org.ichido.core.profile.BankProfiles;
import org.ichido.core.service.CurrentServices;
import org.ichido.core.service.OutboxNews;
import org.ichido.spi.notice.Notifier;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.TokenStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mails of one bank by one notifier, one after the other on a thread that is there while there
 * is something to do. A bank whose mail server is dead, or a notifier that hangs, holds up nothing
 * but its own lane; a notifier that takes its place gets a new one.
 */
final class MailLane {
  private static final Logger LOG = LoggerFactory.getLogger(MailLane.class);

  /** When to look again though nobody said that there is something. */
  private static final Duration AT_LEAST = Duration.ofMinutes(1);

  private static final Duration AFTER_TROUBLE = Duration.ofSeconds(10);
  private static final Duration EVER = Duration.ofDays(3_650);
  private static final int MOST = 1_000;

  private final BankId bank;
  private final Notifier notifier;
  private final CurrentServices services;
  private final BankProfiles profiles;
  private final OutboxNews news;
  private final Executor threads;
  private final BooleanSupplier goOn;

  private final AtomicInteger wanted = new AtomicInteger();
  private volatile Optional<Instant> busySince = Optional.empty();
  private volatile Instant looked = Instant.MIN;
  private volatile Instant next = Instant.MIN;
  private boolean troubled;

  /**
   * @param threads where the mails are sent
   * @param goOn asked before each mail
   */
  MailLane(
      BankId bank,
      Notifier notifier,
      CurrentServices services,
      BankProfiles profiles,
      OutboxNews news,
      Executor threads,
      BooleanSupplier goOn) {
    this.bank = bank;
    this.notifier = notifier;
    this.services = services;
    this.profiles = profiles;
    this.news = news;
    this.threads = threads;
    this.goOn = goOn;
  }

  /** Has it look now, or again when it has done what it is at. Returns at once. */
  void wake() {
    if (wanted.getAndIncrement() == 0) {
      threads.execute(this::run);
    }
  }

  /**
   * Has it look if it is time. Returns at once.
   *
   * @param now the present time; before the last look if the clock was set back
   */
  void tick(Instant now) {
    if (!now.isBefore(next) || now.isBefore(looked)) {
      wake();
    }
  }

  /**
   * @return since when it is at the mails that it is at
   */
  Optional<Instant> busySince() {
    return busySince;
  }

  private void run() {
    int seen;
    do {
      seen = wanted.get();
      look();
    } while (!wanted.compareAndSet(seen, 0));
  }

  private void look() {
    try {
      Clock clock = services.clock();
      looked = clock.instant();
      next = looked.plus(AFTER_TROUBLE);
      TokenStore store = services.store();
      busySince = Optional.of(looked);
      var round = new MailRound(store, clock, profiles.of(bank).notices(), notifier, news);
      boolean done = round.of(bank, () -> begin(clock));
      round.trouble().ifPresent(this::report);
      next = done ? nextDue(store, clock.instant()) : clock.instant().plus(AFTER_TROUBLE);
    } catch (NoAnswer e) {
      LOG.debug("The mails of bank {} wait: {}", bank, e.toString());
    } catch (RuntimeException | Error e) {
      // Of whatever kind: thrown on, it would end the lane for good.
      LOG.error("ICH-CORE-024 Bank {}: its mails cannot be sent; tries again", bank, e);
    } finally {
      busySince = Optional.empty();
    }
  }

  /** Each mail has its own time. */
  private boolean begin(Clock clock) {
    busySince = Optional.of(clock.instant());
    return goOn.getAsBoolean();
  }

  private Instant nextDue(TokenStore store, Instant now) {
    return store.outbox(bank, OutboxRow.Kind.MAIL, now.plus(EVER), MOST).stream()
        .map(OutboxRow::notBefore)
        .reduce(now.plus(AT_LEAST), (a, b) -> a.isBefore(b) ? a : b);
  }

  private void report(String trouble) {
    if (!trouble.isEmpty() && !troubled) {
      LOG.warn("ICH-CORE-025 Bank {}: mails cannot be sent, tries again: {}", bank, trouble);
    } else if (trouble.isEmpty() && troubled) {
      LOG.info("ICH-CORE-026 Bank {}: mails can be sent again", bank);
    }
    troubled = !trouble.isEmpty();
  }
}
