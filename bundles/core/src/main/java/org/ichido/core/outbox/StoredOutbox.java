package org.ichido.core.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ichido.api.BankId;
import org.ichido.api.Health;
import org.ichido.api.HealthSource;
import org.ichido.core.profile.BankProfiles;
import org.ichido.core.service.Briefly;
import org.ichido.core.service.CurrentServices;
import org.ichido.core.work.WriteWork;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.transport.Outbox;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The events as the store keeps them. What is postponed is the oldest, for it alone is tried; so
 * the pause of one is the pause of its bank, which has one queue for all of them.
 */
@Component(service = {Outbox.class, HealthSource.class})
public final class StoredOutbox implements Outbox, HealthSource {
  private static final Logger LOG = LoggerFactory.getLogger(StoredOutbox.class);

  private static final int MOST = 1_000;

  /** Further ahead than anything is postponed, also by a clock that has been set back since. */
  private static final Duration EVER = Duration.ofDays(3_650);

  /** An event that waits for longer is late. */
  private static final Duration PROMPT = Duration.ofMinutes(1);

  private final CurrentServices services;
  private final BankProfiles profiles;
  private final Briefly<List<Health>> asked =
      new Briefly<>("ichido-core events waiting", this::told);

  /** For Declarative Services. */
  @Activate
  public StoredOutbox(@Reference CurrentServices services, @Reference BankProfiles profiles) {
    this.services = services;
    this.profiles = profiles;
  }

  @Override
  public List<OutboxRow> waiting(BankId bank, int atMost) {
    Instant now = services.clock().instant();
    return all(bank, now, atMost).stream().takeWhile(event -> due(event, now)).toList();
  }

  /** Nothing is postponed beyond the longest pause: then it is the clock that was set back. */
  private static boolean due(OutboxRow event, Instant now) {
    return !event.notBefore().isAfter(now)
        || event.notBefore().isAfter(now.plus(Pauses.OF_EVENTS.longest()));
  }

  private List<OutboxRow> all(BankId bank, Instant now, int atMost) {
    return services.store().outbox(bank, OutboxRow.Kind.EVENT, now.plus(EVER), atMost);
  }

  @Override
  public void sent(List<OutboxRow> events) {
    if (!events.isEmpty()) {
      services
          .store()
          .transact(
              new WriteWork(
                  events.stream().<Change>map(event -> new Change.Settle(event.sent())).toList()));
    }
  }

  @Override
  public void postponed(OutboxRow event, String why) {
    Instant next = services.clock().instant().plus(Pauses.OF_EVENTS.after(event.tries()));
    settle(event.postponed(next, OneLine.of(why)));
  }

  @Override
  public void refused(OutboxRow event, String why) {
    settle(event.failed(OneLine.of(why)));
    LOG.error(
        "ICH-CORE-023 Bank {}: event {} ({}) cannot be told and is given up: {}",
        event.bank(),
        event.number(),
        event.type(),
        OneLine.of(why));
  }

  private void settle(OutboxRow event) {
    services.store().transact(WriteWork.of(new Change.Settle(event)));
  }

  /** Says nothing of a bank of which nothing waits, and nothing without a store. */
  @Override
  public List<Health> health() {
    return asked.ask().orElse(List.of());
  }

  private List<Health> told() {
    Instant now = services.clock().instant();
    return profiles.banks().stream()
        .map(bank -> all(bank, now, MOST))
        .filter(events -> !events.isEmpty())
        .map(events -> told(events, now))
        .toList();
  }

  private static Health told(List<OutboxRow> events, Instant now) {
    boolean late = events.get(0).at().plus(PROMPT).isBefore(now);
    return new Health(
        "bank " + events.get(0).bank() + ", events",
        late ? Health.Level.WARN : Health.Level.OK,
        Waiting.lines(events, MOST));
  }
}
