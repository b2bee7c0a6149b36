package org.ichido.queuemanager.mqsc;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ichido.queuemanager.calls.Kernel;

/**
 * A file of MQSC commands. A command or attribute that is not known is an error; one that is known
 * and does nothing here is remembered.
 */
public final class MqscScript {
  /** Commands that are for a real queue manager alone. */
  private static final Set<String> WITHOUT_EFFECT =
      Set.of(
          "REFRESH SECURITY",
          "DEFINE LISTENER",
          "ALTER LISTENER",
          "START LISTENER",
          "START CHANNEL",
          "DISPLAY QLOCAL",
          "DISPLAY CHANNEL",
          "DISPLAY AUTHREC",
          "DISPLAY CHLAUTH",
          "DISPLAY QMGR");

  private final List<MqscCommand> commands = new ArrayList<>();
  private final List<String> ignored = new ArrayList<>();

  /**
   * @param text the whole file
   * @throws IllegalArgumentException that names the line, if it is not MQSC
   */
  public MqscScript(String text) {
    StringBuilder command = new StringBuilder();
    List<String> lines = text.lines().toList();
    int begun = 0;
    for (int n = 1; n <= lines.size(); n++) {
      String line = lines.get(n - 1);
      if (line.startsWith("*") || (command.isEmpty() && line.isBlank())) {
        continue;
      }
      begun = command.isEmpty() ? n : begun;
      String stripped = line.strip();
      if (stripped.endsWith("+") || stripped.endsWith("-")) {
        // After a plus the next line's blanks do not count; after a minus they do. Both are blanks
        // between words here.
        command.append(stripped, 0, stripped.length() - 1).append(' ');
        continue;
      }
      command.append(stripped.endsWith(";") ? stripped.substring(0, stripped.length() - 1) : line);
      commands.add(MqscCommand.parse(begun, command.toString().strip()));
      command.setLength(0);
    }
    if (!command.isEmpty()) {
      throw new IllegalArgumentException("line " + begun + ": the command does not end");
    }
  }

  /**
   * Does what the commands say.
   *
   * @param kernel to be changed
   * @return the commands and attributes that have no effect here, each with its line
   * @throws IllegalArgumentException that names the line, if a command cannot be done
   */
  public List<String> apply(Kernel kernel) {
    QueueCommands queues = new QueueCommands(kernel.queues(), ignored);
    ChannelCommands channels = new ChannelCommands(kernel.channels(), ignored);
    ChannelRuleCommands rules = new ChannelRuleCommands(kernel.channelRules(), ignored);
    SecurityCommands security = new SecurityCommands(kernel, ignored);
    for (MqscCommand command : commands) {
      switch (command.what()) {
        case "DEFINE QLOCAL", "ALTER QLOCAL", "DEFINE QMODEL", "ALTER QMODEL" ->
            queues.define(command);
        case "DEFINE QALIAS" -> queues.alias(command);
        case "DEFINE CHANNEL", "ALTER CHANNEL" -> channels.define(command);
        case "SET CHLAUTH" -> rules.set(command);
        case "SET AUTHREC" -> security.authorize(command);
        case "DEFINE AUTHINFO", "ALTER AUTHINFO" -> security.authentication(command);
        case "ALTER QMGR" -> security.queueManager(command);
        default -> {
          if (!WITHOUT_EFFECT.contains(command.what())) {
            throw command.wrong("this command is not known");
          }
          ignored.add("line " + command.line() + ": " + command.what());
        }
      }
    }
    return List.copyOf(ignored);
  }

  /** Remembers the attributes that were not taken, if they are known. */
  static void rest(MqscCommand command, Set<String> withoutEffect, List<String> ignored) {
    for (String keyword : command.attributes().keySet()) {
      if (!withoutEffect.contains(keyword)) {
        throw command.wrong(keyword + " is not known");
      }
      ignored.add("line " + command.line() + ": " + command.what() + " " + keyword);
    }
  }
}
