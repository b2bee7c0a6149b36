package org.ichido.core.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.ichido.api.Holder;
import org.ichido.api.RequestKey;
import org.ichido.core.profile.BankProfiles;
import org.ichido.core.work.OnceWork;
import org.ichido.core.work.RecallWork;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.Fingerprint;
import org.ichido.spi.store.StoredReply;
import org.ichido.spi.store.UnitOfWork;
import org.ichido.spi.transport.OnceOnly;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * At-most-once by an inbox row in the transaction of the decision itself: there is no moment at
 * which the decision is durable and its reply is not.
 *
 * <p>Old answers are forgotten along with new requests, a few at a time: no timer, and nothing to
 * stop when the bundle is swapped.
 */
@Component(service = {OnceOnly.class, InboxOnceOnly.class})
public final class InboxOnceOnly implements OnceOnly {
  private static final Duration SHORTEST_HORIZON = Duration.ofDays(2);
  private static final Duration BEFORE_THE_FIRST_PURGE = Duration.ofMinutes(1);

  /** Together 500 a second: more than any day brings on the average, or the inbox would grow. */
  private static final Duration BETWEEN_PURGES = Duration.ofSeconds(1);

  private static final int PURGED_AT_ONCE = 500;
  private static final long NEVER = Long.MIN_VALUE;

  private final CurrentServices services;
  private final BankProfiles profiles;
  private final AtomicLong purgedAt = new AtomicLong(NEVER);

  /** For Declarative Services. */
  @Activate
  public InboxOnceOnly(@Reference CurrentServices services, @Reference BankProfiles profiles) {
    this.services = services;
    this.profiles = profiles;
  }

  @Override
  public Fingerprint fingerprint(byte[] content) {
    return Fingerprint.of(services.vault().fingerprint(content));
  }

  @Override
  public Instant memoryBegins() {
    return services.store().memoryBegins();
  }

  @Override
  public Optional<StoredReply> recall(RequestKey key) {
    return services.store().transact(new RecallWork(key));
  }

  @Override
  public <O> Optional<StoredReply> handle(
      RequestKey key,
      Holder holder,
      Fingerprint fingerprint,
      UnitOfWork<O> work,
      Function<O, StoredReply> form) {
    Clock clock = services.clock();
    return services
        .store()
        .transact(
            new OnceWork<>(key, holder, fingerprint, work, form, clock, purgeDue(clock.instant())));
  }

  /** Not while the house is starting: profiles may still be missing, and with them a horizon. */
  private Optional<Change> purgeDue(Instant now) {
    long last = purgedAt.get();
    long first = now.plus(BEFORE_THE_FIRST_PURGE).getEpochSecond();
    if (last == NEVER && purgedAt.compareAndSet(NEVER, first)) {
      return Optional.empty();
    }
    if (now.getEpochSecond() - last < BETWEEN_PURGES.toSeconds()
        || !purgedAt.compareAndSet(last, now.getEpochSecond())) {
      return Optional.empty();
    }
    Duration memory = profiles.memory();
    Duration kept = memory.compareTo(SHORTEST_HORIZON) > 0 ? memory : SHORTEST_HORIZON;
    return Optional.of(new Change.Forget(now.minus(kept), PURGED_AT_ONCE));
  }
}
