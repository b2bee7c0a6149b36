package org.ichido.core.due;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.ichido.api.BankId;
import org.ichido.api.Health;
import org.ichido.api.HealthSource;
import org.ichido.api.NoAnswer;
import org.ichido.core.profile.BankProfiles;
import org.ichido.core.service.CurrentServices;
import org.ichido.core.service.OutboxNews;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does once a minute what time alone does: writes it down, tells the audit and core banking. The
 * minutes are those of the clock service, which is looked at every second, so that a driven clock
 * need not be waited for. A drained bank is no exception: its messages wait, its deadlines do not.
 *
 * <p>Late by a minute at most, and by as long as the store was away; no decision depends on it.
 */
@Component(
    immediate = true,
    service = {DueActs.class, HealthSource.class})
public final class DueActs implements HealthSource {
  private static final Logger LOG = LoggerFactory.getLogger(DueActs.class);
  private static final long LOOK_MILLIS = 1_000;
  private static final long MINUTE = Duration.ofMinutes(1).toSeconds();

  private final CurrentServices services;
  private final BankProfiles profiles;
  private final OutboxNews news;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          look -> {
            Thread one = new Thread(look, "ichido-core due acts");
            one.setDaemon(true);
            return one;
          });
  private long minute = Long.MIN_VALUE;
  private volatile boolean failed;

  /** For Declarative Services. */
  @Activate
  public DueActs(
      @Reference CurrentServices services,
      @Reference BankProfiles profiles,
      @Reference OutboxNews news) {
    this.services = services;
    this.profiles = profiles;
    this.news = news;
  }

  /** Begins to look. */
  @Activate
  void start() {
    var unused =
        thread.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /**
   * Ends the thread, so that none runs code of a bundle that is gone; a unit of work is finished.
   */
  @Deactivate
  void stop() throws InterruptedException {
    thread.shutdown();
    if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
      LOG.warn("ICH-CORE-021 What is due is still being done after the stop; look at the store");
    }
  }

  /** On that thread alone: begins a round when the clock's minute is another one. */
  void look() {
    try {
      Instant now = services.clock().instant();
      long present = Math.floorDiv(now.getEpochSecond(), MINUTE);
      if (present != minute) {
        run();
        minute = present;
      }
      failed = false;
    } catch (NoAnswer e) {
      // The store or the profiles say it themselves; the next second tries again.
      LOG.debug("What is due waits: {}", e.toString());
    } catch (RuntimeException | LinkageError e) {
      // Thrown on, it would end the looking for good.
      if (!failed) {
        LOG.error("ICH-CORE-022 What is due cannot be done; tries again every second", e);
      }
      failed = true;
    }
  }

  /**
   * Does what is due now, for every bank with a valid profile; trouble with one leaves out no
   * other. May run beside itself.
   *
   * @throws NoAnswer if the store cannot say or write; what is not done stays due
   */
  public void run() {
    Optional<RuntimeException> trouble = Optional.empty();
    for (BankId bank : profiles.banks()) {
      try {
        new DueRound(services.store(), services.clock(), news).of(bank);
      } catch (RuntimeException e) {
        trouble = Optional.of(e);
      }
    }
    if (trouble.isPresent()) {
      throw trouble.get();
    }
  }

  @Override
  public List<Health> health() {
    return failed
        ? List.of(
            new Health(
                "due acts",
                Health.Level.WARN,
                List.of(
                    "deadlines, expiries and changes of method are not written down: see"
                        + " ICH-CORE-022 in the log; decisions hold to them all the same")))
        : List.of();
  }
}
