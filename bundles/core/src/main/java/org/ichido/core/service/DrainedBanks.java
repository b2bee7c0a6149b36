package org.ichido.core.service;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.ichido.api.Actor;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.BankAdministration;
import org.ichido.api.BankId;
import org.ichido.api.Drained;
import org.ichido.core.profile.BankProfiles;
import org.ichido.core.work.WriteWork;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.TokenStore;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drains banks and remembers it in the store, so that nobody is resumed by a restart.
 *
 * <p>While the store cannot say which banks are drained, none is listened to: it is asked again
 * every second. What it once said holds while it is away or swapped, and until a new one has
 * spoken.
 */
@Component(immediate = true, service = BankAdministration.class)
public final class DrainedBanks implements BankAdministration {
  private static final Logger LOG = LoggerFactory.getLogger(DrainedBanks.class);
  private static final long PAUSE_MILLIS = 1_000;

  private final BankProfiles profiles;
  private final CurrentServices services;
  private final ScheduledExecutorService worker =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "ichido-core drained banks");
            thread.setDaemon(true);
            return thread;
          });
  private volatile @Nullable TokenStore store;

  /** For Declarative Services. */
  @Activate
  public DrainedBanks(@Reference BankProfiles profiles, @Reference CurrentServices services) {
    this.profiles = profiles;
    this.services = services;
  }

  /** In a thread of its own: a store may take its time, and whoever registers it must not wait. */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindStore(TokenStore current) {
    store = current;
    worker.execute(() -> read(current));
  }

  void unbindStore(TokenStore old) {
    if (store == old) {
      store = null;
    }
  }

  @Deactivate
  void stop() {
    worker.shutdownNow();
  }

  private void read(TokenStore asked) {
    if (store != asked) {
      return;
    }
    try {
      tell(asked);
    } catch (RuntimeException | LinkageError e) {
      LOG.debug("The store cannot say which banks are drained: {}", e.toString());
      Future<?> unused = worker.schedule(() -> read(asked), PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private synchronized void tell(TokenStore asked) {
    profiles.drained(asked.drained());
  }

  @Override
  public List<BankId> banks() {
    return profiles.banks();
  }

  @Override
  public synchronized Drained drain(BankId bank, Actor.Administrator administrator) {
    profiles.requireFile(bank);
    TokenStore current = services.store();
    Optional<Drained> before = mark(current, bank);
    if (before.isEmpty()) {
      Instant now = services.clock().instant();
      current.transact(
          WriteWork.of(
              new Change.Drain(new Drained(bank, now, administrator)),
              entry(now, AuditEvent.DRAINED, bank, administrator)));
      LOG.info("Bank {} was drained by administrator {}", bank, administrator.name());
    }
    tell(current);
    return before.or(() -> mark(current, bank)).orElseThrow();
  }

  @Override
  public synchronized boolean resume(BankId bank, Actor.Administrator administrator) {
    TokenStore current = services.store();
    boolean drained = mark(current, bank).isPresent();
    if (drained) {
      Instant now = services.clock().instant();
      current.transact(
          WriteWork.of(
              new Change.Resume(bank), entry(now, AuditEvent.RESUMED, bank, administrator)));
      LOG.info("Bank {} was resumed by administrator {}", bank, administrator.name());
    }
    tell(current);
    return drained;
  }

  private static Optional<Drained> mark(TokenStore asked, BankId bank) {
    return asked.drained().stream().filter(drained -> drained.bank().equals(bank)).findFirst();
  }

  private static Change entry(
      Instant now, AuditEvent event, BankId bank, Actor.Administrator administrator) {
    return new Change.Append(AuditEntry.of(now, event, bank).withActor(administrator));
  }
}
