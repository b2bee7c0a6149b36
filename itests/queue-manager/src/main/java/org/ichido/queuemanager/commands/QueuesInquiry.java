package org.ichido.queuemanager.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ichido.queuemanager.calls.Kernel;
import org.ichido.queuemanager.calls.QueueInquiry;
import org.ichido.queuemanager.definitions.Authority;
import org.ichido.queuemanager.queues.QueueAttribute;
import org.ichido.queuemanager.wire.Fields;
import org.ichido.queuemanager.wire.Reason;
import org.ichido.queuemanager.wire.Refusal;

/** Inquire Queue: what is defined about one local queue, or about all whose names begin alike. */
final class QueuesInquiry {
  static final int CODE = 13;

  private static final int NAME = 2016;
  private static final int TYPE = 20;
  private static final int ATTRIBUTES = 1002;
  private static final int ALL = 1009;
  private static final int FIRST_TEXT = 2001;

  private static final int BACKOUT_QUEUE = 2019;
  private static final int DEPTH = 3;
  private static final int DEFINITION_TYPE = 7;
  private static final int NAME_IS_MISSING = 3228;

  private final Kernel kernel;

  QueuesInquiry(Kernel kernel) {
    this.kernel = kernel;
  }

  /**
   * @return for each queue what is said of it
   * @throws CommandFailed if there is none, or none that the user may display
   */
  List<List<Fields>> answer(AdministrationCommand command, String user) throws CommandFailed {
    String name = command.text(NAME).orElseThrow(() -> new CommandFailed(NAME_IS_MISSING));
    List<Integer> wanted = wanted(command.numbers(ATTRIBUTES));
    List<List<Fields>> answers = new ArrayList<>();
    Reason failure = Reason.UNKNOWN_OBJECT_NAME;
    for (String queue : matching(name)) {
      try {
        kernel.authorities().check(user, queue, Set.of(Authority.DSP));
        answers.add(said(new QueueInquiry(kernel.queues().queue(queue)), wanted));
      } catch (Refusal refusal) {
        failure = refusal.reason();
      }
    }
    if (answers.isEmpty()) {
      throw new CommandFailed(failure.code());
    }
    return answers;
  }

  private List<String> matching(String name) {
    if (!name.endsWith("*")) {
      return kernel.queues().names().stream().filter(name::equals).toList();
    }
    String beginning = name.substring(0, name.length() - 1);
    return kernel.queues().names().stream().filter(n -> n.startsWith(beginning)).toList();
  }

  private static List<Integer> wanted(List<Integer> attributes) {
    if (!attributes.isEmpty() && !attributes.contains(ALL)) {
      return attributes.stream().filter(a -> a != NAME && a != TYPE).toList();
    }
    Stream<Integer> numbers = Stream.of(QueueAttribute.values()).map(QueueAttribute::selector);
    return Stream.concat(numbers, Stream.of(DEPTH, DEFINITION_TYPE, BACKOUT_QUEUE)).toList();
  }

  /** Name and type come first, whether asked for or not. */
  private static List<Fields> said(QueueInquiry queue, List<Integer> wanted) throws Refusal {
    List<Fields> said = new ArrayList<>();
    said.add(CommandFormat.text(NAME, queue.text(NAME)));
    said.add(CommandFormat.number(TYPE, queue.number(TYPE)));
    for (int attribute : wanted) {
      said.add(
          attribute < FIRST_TEXT
              ? CommandFormat.number(attribute, queue.number(attribute))
              : CommandFormat.text(attribute, queue.text(attribute)));
    }
    return said;
  }
}
