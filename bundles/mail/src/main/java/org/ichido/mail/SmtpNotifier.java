package org.ichido.mail;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.ichido.api.Health;
import org.ichido.api.HealthSource;
import org.ichido.spi.InvalidSetting;
import org.ichido.spi.notice.Delivery;
import org.ichido.spi.notice.Notice;
import org.ichido.spi.notice.Notifier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends notices to one mail server, which forwards them: {@code etc/org.ichido.mail.cfg} says to
 * which, and how. Each notice is a connection of its own.
 *
 * <p>A configuration that cannot be used, and a password that cannot be read, postpone every notice
 * and are told by health, with file and key; so is a server that takes nothing. A change takes
 * effect for the next notice. Thread-safe; holds no lock while it waits for the server.
 */
@Component(
    service = {Notifier.class, HealthSource.class},
    immediate = true,
    configurationPid = "org.ichido.mail")
public final class SmtpNotifier implements Notifier, HealthSource {
  private static final Logger LOG = LoggerFactory.getLogger(SmtpNotifier.class);
  private static final String PART = "mail";

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  volatile @Nullable Clock clock;

  private final LongSupplier nanoTime;
  private final Deliveries deliveries = new Deliveries();
  private volatile Setup setup;

  /** One configuration; the settings are null if it cannot be used. */
  private record Setup(@Nullable MailSettings settings, String problem) {}

  /**
   * Never throws for a configuration that cannot be used: Declarative Services would leave a dead
   * service behind.
   *
   * @param configuration the keys of the file, and those of the container
   */
  @Activate
  public SmtpNotifier(Map<String, Object> configuration) {
    this(configuration, System::nanoTime);
  }

  SmtpNotifier(Map<String, Object> configuration, LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.setup = checked(configuration);
  }

  @Modified
  void reconfigure(Map<String, Object> configuration) {
    setup = checked(configuration);
  }

  private static Setup checked(Map<String, Object> configuration) {
    try {
      return new Setup(MailSettings.of(configuration), "");
    } catch (InvalidSetting e) {
      String problem = MailSettings.FILE + ": " + e.getMessage();
      LOG.error("ICH-MAIL-001 No mail is sent: {}", problem);
      return new Setup(null, problem);
    }
  }

  @Override
  public Delivery send(Notice notice) {
    Clock now = clock;
    if (now == null) {
      return new Delivery.Postponed("there is no clock: see that org.ichido.core is started");
    }
    Setup current = setup;
    MailSettings settings = current.settings();
    if (settings == null) {
      return new Delivery.Postponed(current.problem());
    }
    Letter letter;
    try {
      letter = Letter.of(notice, now.instant());
    } catch (UnfitNotice e) {
      return new Delivery.Refused(e.words());
    }
    Outcome outcome = new Conversation(settings, nanoTime).about(letter);
    remember(outcome, now.instant());
    return outcome.delivery();
  }

  private void remember(Outcome outcome, Instant at) {
    Delivery delivery = outcome.delivery();
    if (delivery instanceof Delivery.Sent) {
      if (deliveries.sent(at)) {
        LOG.info("ICH-MAIL-003 Mail goes out again");
      }
    } else if (outcome.trouble()) {
      String why =
          delivery instanceof Delivery.Refused refused
              ? refused.why()
              : ((Delivery.Postponed) delivery).why();
      if (deliveries.troubled(at, why)) {
        LOG.warn("ICH-MAIL-002 No mail goes out: {}", why);
      }
    }
  }

  @Override
  public List<Health> health() {
    Setup current = setup;
    MailSettings settings = current.settings();
    if (settings == null) {
      return List.of(down(current.problem()));
    }
    String to = "to " + settings.server() + " " + settings.protection();
    if (settings.login().isPresent()) {
      try {
        settings.login().get().password();
      } catch (InvalidSetting e) {
        return List.of(down(MailSettings.FILE + ": " + e.getMessage()));
      }
      to += ", as " + settings.login().get().user();
    }
    List<String> lines = new ArrayList<>(List.of(to));
    lines.addAll(deliveries.lines());
    return List.of(
        new Health(PART, deliveries.troubled() ? Health.Level.WARN : Health.Level.OK, lines));
  }

  private static Health down(String problem) {
    return new Health(PART, Health.Level.DOWN, List.of("no mail is sent, notices wait", problem));
  }
}
