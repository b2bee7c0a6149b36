package org.ichido.core.profile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.ichido.api.BankId;
import org.ichido.api.Requester;
import org.ichido.spi.InvalidSetting;
import org.ichido.spi.Settings;
import org.ichido.spi.transport.BankMessaging;
import org.ichido.spi.transport.QueueRole;
import org.ichido.spi.transport.RequestType;
import org.ichido.spi.transport.RequesterRule;

/** Reads what a profile says about queues and requesters. */
final class MessagingReader {
  private static final Pattern CODE = Pattern.compile("[0-9A-Z]{4}");

  /** IBM MQ's rule for names of objects. */
  private static final Pattern QUEUE = Pattern.compile("[A-Za-z0-9./_%]{1,48}");

  private static final Pattern REPLY_QUEUE = Pattern.compile(QUEUE + "(@" + QUEUE + ")?");
  private static final Pattern USER = Pattern.compile("[\\x21-\\x2b\\x2d-\\x7e]{1,64}");
  private static final Pattern REQUESTER = Pattern.compile("[a-z][a-z0-9-]{0,14}");

  /** Beyond it the inbox would grow for ever; below it a slow resend would be judged anew. */
  private static final Duration LONGEST_HORIZON = Duration.ofDays(7);

  private static final Duration LONGEST_SKEW = Duration.ofHours(1);

  /** How long the answers of a bank must be kept of whose profile nothing is known. */
  static final Duration LONGEST_MEMORY = LONGEST_HORIZON.plus(LONGEST_SKEW);

  private final BankId bank;

  MessagingReader(BankId bank) {
    this.bank = bank;
  }

  BankMessaging read(Settings settings) throws InvalidSetting {
    String code = settings.text("bank.code", CODE, "4 digits or capital letters");
    boolean production =
        settings.choice("environment", List.of("production", "training")).equals("production");
    Set<String> own = new LinkedHashSet<>();
    Map<QueueRole, String> queues = new EnumMap<>(QueueRole.class);
    boolean hardTokens = HardTokenReader.ordered(settings);
    for (QueueRole role : QueueRole.values()) {
      if (role != QueueRole.DEBIT_REPLY || hardTokens) {
        queues.put(role, ownQueue(settings, "queue." + role.plainName(), own));
      }
    }
    String events = ownQueue(settings, "queue.event", own);
    Optional<String> debits =
        hardTokens ? Optional.of(ownQueue(settings, "queue.debit", own)) : Optional.empty();
    String backout = ownQueue(settings, "queue.backout", own);
    int ccsid =
        Integer.parseInt(
            settings.choice(
                "queue.ccsid", List.of("1208", "819", "930", "939", "943", "1390", "1399")));
    int sessions = settings.number("queue.sessions", 1, 64);
    Duration horizon = settings.duration("inbox.horizon", Duration.ofHours(1), LONGEST_HORIZON);
    Duration skew = settings.duration("inbox.clock-skew", Duration.ZERO, LONGEST_SKEW);
    if (skew.compareTo(horizon) >= 0) {
      throw settings.problem("inbox.clock-skew", "must be shorter than 'inbox.horizon'");
    }
    List<RequesterRule> requesters = requesters(settings.section("requester."), own);
    return new BankMessaging(
        bank,
        code,
        production,
        queues,
        events,
        debits,
        backout,
        ccsid,
        sessions,
        horizon,
        skew,
        requesters);
  }

  private static String ownQueue(Settings settings, String key, Set<String> own)
      throws InvalidSetting {
    String name =
        settings.text(key, QUEUE, "a queue name of 1 to 48 characters A-Z a-z 0-9 . / _ %");
    if (!own.add(name)) {
      throw settings.problem(key, "names the queue '" + name + "' a second time");
    }
    return name;
  }

  private List<RequesterRule> requesters(Settings settings, Set<String> own) throws InvalidSetting {
    List<RequesterRule> rules = new ArrayList<>();
    Map<String, String> userOf = new HashMap<>();
    for (String name : settings.names()) {
      if (!REQUESTER.matcher(name).matches()) {
        throw settings.problem(
            name, "a requester's name is 1 to 15 lower-case letters, digits and hyphens");
      }
      Settings one = settings.section(name + ".");
      for (String user : words(one, "users", USER, "users of 1 to 64 visible characters")) {
        String other = userOf.put(user, name);
        if (other != null) {
          throw one.problem("users", "'" + user + "' is already the requester '" + other + "'");
        }
      }
      rules.add(
          new RequesterRule(
              // Two banks may both have a 'channel': the inbox key must tell them apart.
              new Requester(bank.value() + "." + name),
              new HashSet<>(one.words("users")),
              sends(one),
              replyQueues(one, own)));
    }
    if (rules.isEmpty()) {
      throw settings.problem("*", "nobody may ask: name at least one requester");
    }
    return rules;
  }

  private static Set<RequestType> sends(Settings settings) throws InvalidSetting {
    Map<String, RequestType> known = new TreeMap<>();
    for (RequestType type : RequestType.values()) {
      known.put(type.plainName(), type);
    }
    Set<RequestType> sends = new HashSet<>();
    for (String word : settings.words("sends")) {
      RequestType type = known.get(word);
      if (type == null) {
        throw settings.problem(
            "sends", "'%s' is none of %s".formatted(word, String.join(", ", known.keySet())));
      }
      sends.add(type);
    }
    return sends;
  }

  private static Set<String> replyQueues(Settings settings, Set<String> own) throws InvalidSetting {
    List<String> queues =
        words(settings, "reply-to", REPLY_QUEUE, "queues as NAME or NAME@QUEUEMANAGER");
    for (String queue : queues) {
      if (own.contains(queue.split("@", 2)[0])) {
        throw settings.problem(
            "reply-to", "'" + queue + "' is Ichido's own queue: nobody may have us write there");
      }
    }
    return new HashSet<>(queues);
  }

  private static List<String> words(Settings settings, String key, Pattern form, String rule)
      throws InvalidSetting {
    List<String> words = settings.words(key);
    for (String word : words) {
      if (!form.matcher(word).matches()) {
        throw settings.problem(key, "must be " + rule + ", but one is '" + word + "'");
      }
    }
    return words;
  }
}
