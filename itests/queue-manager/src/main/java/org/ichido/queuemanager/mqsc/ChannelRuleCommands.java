package org.ichido.queuemanager.mqsc;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ichido.queuemanager.definitions.ChannelRule;
import org.ichido.queuemanager.definitions.ChannelRule.Kind;
import org.ichido.queuemanager.definitions.ChannelRule.Source;
import org.ichido.queuemanager.definitions.ChannelRules;

/** SET CHLAUTH, but for what is between queue managers. */
final class ChannelRuleCommands {
  private static final Set<String> WITHOUT_EFFECT = Set.of("DESCR", "CUSTOM");

  private static final Map<String, Kind> KINDS =
      Map.of(
          "SSLPEERMAP", Kind.CERTIFICATE,
          "USERMAP", Kind.CLAIMED_USER,
          "ADDRESSMAP", Kind.ADDRESS,
          "BLOCKUSER", Kind.BLOCKED_USERS);

  private static final Map<String, Source> SOURCES =
      Map.of("MAP", Source.THE_RULE, "CHANNEL", Source.THE_CHANNEL, "NOACCESS", Source.NOBODY);

  private final ChannelRules rules;
  private final List<String> ignored;

  ChannelRuleCommands(ChannelRules rules, List<String> ignored) {
    this.rules = rules;
    this.ignored = ignored;
  }

  void set(MqscCommand command) {
    Kind kind = choice(command, "TYPE", KINDS).orElseThrow(() -> command.wrong("TYPE is missing"));
    String action = command.take("ACTION").orElse("ADD");
    Source source = choice(command, "USERSRC", SOURCES).orElse(Source.THE_RULE);
    String pattern = command.take(looksAt(kind)).orElse("");
    ChannelRule rule =
        new ChannelRule(
            command.name(),
            kind,
            pattern,
            command.take("SSLCERTI").orElse(""),
            command.take("ADDRESS").orElse("*"),
            source,
            command.take("MCAUSER").orElse(""),
            command.take("CHCKCLNT").map("REQUIRED"::equals).orElse(false));
    warnings(command);
    MqscScript.rest(command, WITHOUT_EFFECT, ignored);
    switch (action) {
      case "ADD", "REPLACE" -> add(command, rule);
      case "REMOVE" -> rules.remove(rule);
      default -> throw command.wrong("ACTION(" + action + ") is not known");
    }
  }

  private static String looksAt(Kind kind) {
    return switch (kind) {
      case CERTIFICATE -> "SSLPEER";
      case CLAIMED_USER -> "CLNTUSER";
      case ADDRESS -> "ADDRESS";
      case BLOCKED_USERS -> "USERLIST";
    };
  }

  private void add(MqscCommand command, ChannelRule rule) {
    boolean maps = rule.kind() != Kind.BLOCKED_USERS && rule.source() == Source.THE_RULE;
    if (rule.pattern().isBlank()) {
      throw command.wrong(looksAt(rule.kind()) + " is missing");
    }
    if (maps && rule.user().isBlank()) {
      throw command.wrong("MCAUSER is missing");
    }
    try {
      rules.set(rule);
    } catch (IllegalArgumentException e) {
      throw command.wrong(String.valueOf(e.getMessage()));
    }
  }

  /** A rule that only warns would let in whom it names, and that is not done here. */
  private static void warnings(MqscCommand command) {
    if (command.takeChoice("WARN", "YES", "NO").orElse(false)) {
      throw command.wrong("WARN(YES) is not known");
    }
  }

  private static <T> Optional<T> choice(
      MqscCommand command, String keyword, Map<String, T> choices) {
    Optional<String> word = command.take(keyword);
    if (word.isPresent() && !choices.containsKey(word.get())) {
      throw command.wrong(keyword + "(" + word.get() + ") is not known");
    }
    return word.map(choices::get);
  }
}
