package org.ichido.core.service;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ichido.api.Health;
import org.ichido.api.HealthSource;
import org.ichido.api.Holder;
import org.ichido.api.InboxAdministration;
import org.ichido.api.InboxReport;
import org.ichido.api.RequestKey;
import org.ichido.core.profile.BankProfiles;
import org.ichido.core.work.OnceWork;
import org.ichido.core.work.RecallWork;
import org.ichido.core.work.WriteWork;
import org.ichido.spi.store.Fingerprint;
import org.ichido.spi.store.InboxFigures;
import org.ichido.spi.store.StoredReply;
import org.ichido.spi.store.TokenStore;
import org.ichido.spi.store.UnitOfWork;
import org.ichido.spi.transport.OnceOnly;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * At-most-once by an inbox row in the transaction of the decision itself: there is no moment at
 * which the decision is durable and its reply is not.
 */
@Component(
    service = {OnceOnly.class, InboxOnceOnly.class, InboxAdministration.class, HealthSource.class})
public final class InboxOnceOnly implements OnceOnly, InboxAdministration, HealthSource {
  private final CurrentServices services;
  private final InboxPurge purge;
  private final InboxHealth health = new InboxHealth(this::report);

  /** For Declarative Services. */
  @Activate
  public InboxOnceOnly(@Reference CurrentServices services, @Reference BankProfiles profiles) {
    this.services = services;
    this.purge = new InboxPurge(profiles);
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
            new OnceWork<>(
                key, holder, fingerprint, work, form, clock, purge.due(clock.instant())));
  }

  @Override
  public InboxReport report() {
    Instant now = services.clock().instant();
    InboxFigures figures = services.store().inbox();
    return new InboxReport(
        figures.answers(), figures.oldest(), purge.kept(now), figures.forgotten(), purge.begun());
  }

  @Override
  public InboxReport purge() {
    TokenStore store = services.store();
    Instant now = services.clock().instant();
    Instant kept = purge.kept(now);
    long before;
    InboxFigures figures = store.inbox();
    do {
      before = figures.forgotten();
      store.transact(WriteWork.of(purge.change(now)));
      figures = store.inbox();
    } while (figures.forgotten() > before
        && figures.oldest().filter(oldest -> oldest.isBefore(kept)).isPresent());
    return report();
  }

  @Override
  public List<Health> health() {
    return health.health();
  }
}
