package org.ichido.queuemanager.mqsc;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ichido.queuemanager.queues.QueueAttribute;
import org.ichido.queuemanager.queues.QueueDefinition;
import org.ichido.queuemanager.queues.QueueDefinition.Kind;
import org.ichido.queuemanager.queues.Queues;

/** DEFINE and ALTER of queues. */
final class QueueCommands {
  private static final Set<String> WITHOUT_EFFECT =
      Set.of(
          "DESCR",
          "DEFSOPT",
          "TRIGGER",
          "NOTRIGGER",
          "PROCESS",
          "INITQ",
          "TRIGTYPE",
          "TRIGDATA",
          "TRIGDPTH",
          "TRIGMPRI",
          "ACCTQ",
          "MONQ",
          "STATQ",
          "QDEPTHHI",
          "QDEPTHLO",
          "QDPMAXEV",
          "QDPHIEV",
          "QDPLOEV",
          "QSVCINT",
          "QSVCIEV",
          "RETINTVL",
          "CLUSTER",
          "CLUSNL",
          "DEFBIND",
          "CLWLPRTY",
          "CLWLRANK",
          "CLWLUSEQ",
          "NPMCLASS",
          "PROPCTL",
          "DISTL",
          "DEFREADA",
          "DEFPRESP",
          "SCOPE",
          "CUSTOM",
          "IMGRCOVQ",
          "STREAMQ",
          "STRMQOS",
          "MAXFSIZE",
          "CAPEXPRY");

  private final Queues queues;
  private final List<String> ignored;

  QueueCommands(Queues queues, List<String> ignored) {
    this.queues = queues;
    this.ignored = ignored;
  }

  void define(MqscCommand command) {
    QueueDefinition queue = start(command);
    for (QueueAttribute attribute :
        List.of(
            QueueAttribute.MAXDEPTH,
            QueueAttribute.MAXMSGL,
            QueueAttribute.BOTHRESH,
            QueueAttribute.DEFPRTY)) {
      queue = with(queue, attribute, command.takeNumber(attribute.name()));
    }
    queue = with(queue, QueueAttribute.GET, flag(command, "GET", "DISABLED", "ENABLED"));
    queue = with(queue, QueueAttribute.PUT, flag(command, "PUT", "DISABLED", "ENABLED"));
    queue = with(queue, QueueAttribute.DEFPSIST, flag(command, "DEFPSIST", "YES", "NO"));
    queue = with(queue, QueueAttribute.MSGDLVSQ, flag(command, "MSGDLVSQ", "FIFO", "PRIORITY"));
    queue = with(queue, QueueAttribute.SHARE, command.take("SHARE").map(any -> 1));
    queue = with(queue, QueueAttribute.SHARE, command.take("NOSHARE").map(any -> 0));
    queue = with(queue, QueueAttribute.HARDENBO, command.take("HARDENBO").map(any -> 1));
    queue = with(queue, QueueAttribute.HARDENBO, command.take("NOHARDENBO").map(any -> 0));
    queue = with(queue, QueueAttribute.USAGE, flag(command, "USAGE", "XMITQ", "NORMAL"));
    Optional<String> backoutQueue = command.take("BOQNAME");
    if (backoutQueue.isPresent()) {
      queue = queue.withBackoutQueue(backoutQueue.get());
    }
    MqscScript.rest(command, WITHOUT_EFFECT, ignored);
    queues.define(queue);
  }

  private QueueDefinition start(MqscCommand command) {
    Optional<QueueDefinition> known = queues.definition(command.name());
    if (command.verb().equals("ALTER")) {
      return known.orElseThrow(() -> command.wrong("no queue " + command.name()));
    }
    boolean replace = command.take("REPLACE").isPresent();
    command.take("NOREPLACE");
    if (known.isPresent() && !replace) {
      throw command.wrong(command.name() + " is there already; say REPLACE");
    }
    if (command.object().equals("QLOCAL")) {
      return QueueDefinition.local(command.name());
    }
    boolean permanent = command.takeChoice("DEFTYPE", "PERMDYN", "TEMPDYN").orElse(false);
    Kind kind = permanent ? Kind.MODEL_OF_PERMANENT : Kind.MODEL_OF_TEMPORARY;
    return QueueDefinition.of(command.name(), kind).with(QueueAttribute.SHARE, 0);
  }

  void alias(MqscCommand command) {
    command.take("REPLACE");
    String target =
        command
            .take("TARGET")
            .or(() -> command.take("TARGQ"))
            .orElseThrow(() -> command.wrong("TARGET is missing"));
    MqscScript.rest(command, WITHOUT_EFFECT, ignored);
    queues.alias(command.name(), target);
  }

  private static QueueDefinition with(
      QueueDefinition queue, QueueAttribute attribute, Optional<Integer> value) {
    return value.isPresent() ? queue.with(attribute, value.get()) : queue;
  }

  private static Optional<Integer> flag(
      MqscCommand command, String keyword, String yes, String no) {
    return command.takeChoice(keyword, yes, no).map(set -> set ? 1 : 0);
  }
}
