package org.ichido.core.service;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ichido.api.Health;
import org.ichido.api.HealthSource;
import org.ichido.api.InboxAdministration;
import org.ichido.api.InboxReport;
import org.ichido.api.RequestKey;
import org.ichido.api.Requester;
import org.ichido.core.profile.BankProfiles;
import org.ichido.core.work.Answer;
import org.ichido.core.work.OnceWork;
import org.ichido.core.work.RecallWork;
import org.ichido.core.work.WriteWork;
import org.ichido.spi.store.Fingerprint;
import org.ichido.spi.store.InboxFigures;
import org.ichido.spi.store.InboxRow;
import org.ichido.spi.store.StoredReply;
import org.ichido.spi.store.TokenStore;
import org.ichido.spi.store.UnitOfWork;
import org.ichido.spi.transport.Formed;
import org.ichido.spi.transport.OnceOnly;
import org.ichido.spi.transport.Subject;
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
  private final OutboxNews news;
  private final InboxPurge purge;
  private final InboxHealth health = new InboxHealth(this::report);

  /** For Declarative Services. */
  @Activate
  public InboxOnceOnly(
      @Reference CurrentServices services,
      @Reference BankProfiles profiles,
      @Reference OutboxNews news) {
    this.services = services;
    this.news = news;
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
  public Optional<StoredReply> recallMarked(
      Requester requester, String source, LocalDate businessDate, long serialNumber) {
    return services
        .store()
        .marked(requester, source, businessDate, serialNumber)
        .map(InboxRow::reply);
  }

  @Override
  public <O> Optional<StoredReply> handleMarked(
      RequestKey key,
      Subject subject,
      Fingerprint fingerprint,
      UnitOfWork<O> work,
      Function<O, Formed> form) {
    Clock clock = services.clock();
    Answer answer =
        services
            .store()
            .transact(
                new OnceWork<>(
                    key, subject, fingerprint, work, form, clock, purge.due(clock.instant())));
    news.tell(answer.written());
    return answer.reply();
  }

  @Override
  public <O> O ask(UnitOfWork<O> question) {
    return services.store().transact(question);
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
