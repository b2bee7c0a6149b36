package org.ichido.core.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.ichido.api.BankId;
import org.ichido.api.Health;
import org.ichido.api.HealthSource;
import org.ichido.api.NoAnswer;
import org.ichido.core.profile.BankProfiles;
import org.ichido.core.service.Briefly;
import org.ichido.core.service.CurrentServices;
import org.ichido.core.service.OutboxNews;
import org.ichido.core.system.JapaneseTime;
import org.ichido.spi.notice.Notifier;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.transport.OutboxWatcher;
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
 * Sends the mails of the outbox, after the commit and on threads that no request waits for. Without
 * a notifier they wait. At least once: a mail whose sending was not recorded goes again, with the
 * same id.
 */
@Component(
    immediate = true,
    service = {NoticeDelivery.class, HealthSource.class})
public final class NoticeDelivery implements OutboxWatcher, HealthSource {
  private static final Logger LOG = LoggerFactory.getLogger(NoticeDelivery.class);
  private static final long LOOK_MILLIS = 1_000;
  private static final int MOST = 1_000;
  private static final Duration EVER = Duration.ofDays(3_650);

  /** Longer than a mail takes that meets no trouble. */
  private static final Duration PROMPT = Duration.ofMinutes(2);

  private final CurrentServices services;
  private final BankProfiles profiles;
  private final OutboxNews news;
  private final ExecutorService threads;
  private final ScheduledExecutorService ticks =
      Executors.newSingleThreadScheduledExecutor(daemons("ichido-core mails due"));
  private final Briefly<List<Health>> asked =
      new Briefly<>("ichido-core mails waiting", this::told);
  private volatile boolean stopped;
  private volatile @Nullable Lanes lanes;

  /** The lanes of a notifier: of one that hangs nothing is left behind when it is replaced. */
  private static final class Lanes {
    private final Notifier notifier;
    private final Map<BankId, MailLane> byBank = new ConcurrentHashMap<>();

    Lanes(Notifier notifier) {
      this.notifier = notifier;
    }
  }

  /** For Declarative Services. */
  @Activate
  public NoticeDelivery(
      @Reference CurrentServices services,
      @Reference BankProfiles profiles,
      @Reference OutboxNews news) {
    this(services, profiles, news, Executors.newCachedThreadPool(daemons("ichido-core mails")));
  }

  /**
   * With other threads.
   *
   * @param threads where mails are sent; shut down with this
   */
  public NoticeDelivery(
      CurrentServices services, BankProfiles profiles, OutboxNews news, ExecutorService threads) {
    this.services = services;
    this.profiles = profiles;
    this.news = news;
    this.threads = threads;
  }

  /** Begins to look. */
  @Activate
  void start() {
    news.bindWatcher(this);
    var unused =
        ticks.scheduleWithFixedDelay(this::tick, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /**
   * Lets the mails that are at the server go first. Not for long: what core is stopped for waits
   * for this. Without an interrupt, which could come in the midst of a commit: a lane ends by
   * itself after the mail that it is at.
   */
  @Deactivate
  public void stop() throws InterruptedException {
    stopped = true;
    news.unbindWatcher(this);
    ticks.shutdownNow();
    threads.shutdown();
    if (!threads.awaitTermination(2, TimeUnit.SECONDS)) {
      LOG.warn("ICH-CORE-028 A mail is still being sent after the stop; look at the mail server");
    }
  }

  /**
   * @param notifier sends the mails from now on
   */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  public void bindNotifier(Notifier notifier) {
    lanes = new Lanes(notifier);
  }

  /**
   * @param notifier sends no mail any more
   */
  public void unbindNotifier(Notifier notifier) {
    Lanes present = lanes;
    if (present != null && present.notifier == notifier) {
      lanes = null;
    }
  }

  @Override
  public void written(BankId bank, OutboxRow.Kind kind) {
    if (kind == OutboxRow.Kind.MAIL) {
      lane(bank).ifPresent(MailLane::wake);
    }
  }

  /** Has every bank look of which it is time. */
  public void tick() {
    try {
      Instant now = services.clock().instant();
      for (BankId bank : profiles.banks()) {
        lane(bank).ifPresent(lane -> lane.tick(now));
      }
    } catch (NoAnswer e) {
      LOG.debug("Mails wait: {}", e.toString());
    } catch (RuntimeException | LinkageError e) {
      // Thrown on, it would end the looking for good.
      LOG.error("ICH-CORE-027 Mails cannot be looked for; tries again every second", e);
    }
  }

  private Optional<MailLane> lane(BankId bank) {
    Lanes present = lanes;
    return present == null || stopped
        ? Optional.empty()
        : Optional.of(present.byBank.computeIfAbsent(bank, b -> lane(b, present)));
  }

  private MailLane lane(BankId bank, Lanes of) {
    return new MailLane(
        bank, of.notifier, services, profiles, news, threads, () -> !stopped && lanes == of);
  }

  /** Says nothing of a bank of which no mail waits, and nothing without a store. */
  @Override
  public List<Health> health() {
    return asked.ask().orElse(List.of());
  }

  private List<Health> told() {
    Instant now = services.clock().instant();
    return profiles.banks().stream().flatMap(bank -> told(bank, now).stream()).toList();
  }

  private Optional<Health> told(BankId bank, Instant now) {
    List<OutboxRow> rows = services.store().outbox(bank, OutboxRow.Kind.MAIL, now.plus(EVER), MOST);
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    List<String> lines = new ArrayList<>(Waiting.lines(rows, MOST));
    boolean wrong = rows.stream().anyMatch(row -> !row.why().isEmpty());
    Optional<MailLane> lane = lane(bank);
    if (lane.isEmpty()) {
      wrong = true;
      lines.add(
          "no notifier: start the bundle org.ichido.mail and see etc/org.ichido.mail.cfg; they wait"
              + " until the deadlines of their enrolments");
    } else if (lane.get().busySince().filter(at -> at.plus(PROMPT).isBefore(now)).isPresent()) {
      wrong = true;
      lines.add(
          "the notifier has not answered since %s: restart or replace its bundle"
              .formatted(JapaneseTime.of(lane.get().busySince().orElse(now))));
    }
    return Optional.of(
        new Health("bank " + bank + ", mails", wrong ? Health.Level.WARN : Health.Level.OK, lines));
  }

  private static ThreadFactory daemons(String name) {
    return work -> {
      Thread thread = new Thread(work, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
