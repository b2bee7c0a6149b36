package org.ichido.queuemanager;

import static org.ichido.queuemanager.definitions.Authority.BROWSE;
import static org.ichido.queuemanager.definitions.Authority.CONNECT;
import static org.ichido.queuemanager.definitions.Authority.DSP;
import static org.ichido.queuemanager.definitions.Authority.GET;
import static org.ichido.queuemanager.definitions.Authority.INQ;
import static org.ichido.queuemanager.definitions.Authority.PASSALL;
import static org.ichido.queuemanager.definitions.Authority.PUT;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ichido.queuemanager.definitions.Authority;
import org.ichido.queuemanager.queues.QueueAttribute;
import org.ichido.queuemanager.queues.QueueDefinition;
import org.ichido.spi.transport.QueueRole;

/** What the profiles want of a queue manager, and how far one is from it. */
final class MqscInStep {
  private static final String OURS = "ichido";
  private static final String QUEUE_MANAGER = "";
  private static final String COMMANDS = "SYSTEM.ADMIN.COMMAND.QUEUE";
  private static final String MODEL = "SYSTEM.DEFAULT.MODEL.QUEUE";

  /** Of another project on the same queue manager: a profile that is too wide covers it. */
  private static final String NOT_OURS = "ANOTHER.PROJECT";

  private final Map<String, String> backoutQueues = new TreeMap<>();
  private final Set<String> queues = new TreeSet<>();
  private final Map<String, Map<String, Set<Authority>>> rights = new TreeMap<>();

  MqscInStep(List<ShippedBank> banks) {
    allow(OURS, QUEUE_MANAGER, CONNECT, INQ);
    allow(OURS, COMMANDS, PUT);
    allow(OURS, MODEL, GET, PUT, INQ, DSP);
    banks.forEach(this::add);
  }

  private void add(ShippedBank bank) {
    queues.add(bank.backout());
    allow(OURS, bank.backout(), PUT, GET, BROWSE, INQ, DSP, PASSALL);
    for (String read : bank.reads().values()) {
      queues.add(read);
      backoutQueues.put(read, bank.backout());
      allow(OURS, read, GET, BROWSE, INQ, DSP);
    }
    for (String written : bank.writes()) {
      queues.add(written);
      allow(OURS, written, PUT);
    }
    bank.requesters().forEach(requester -> add(bank, requester));
  }

  private void add(ShippedBank bank, ShippedBank.Requester requester) {
    for (String reply : requester.replyTo()) {
      queues.add(reply);
      allow(OURS, reply, PUT);
    }
    for (String user : requester.users()) {
      allow(user, QUEUE_MANAGER, CONNECT, INQ);
      requester.roles().forEach(role -> allow(user, bank.reads().get(role), PUT));
      requester.replyTo().forEach(reply -> allow(user, reply, GET, BROWSE, INQ));
      if (requester.roles().contains(QueueRole.CORE)) {
        bank.writes().forEach(written -> allow(user, written, GET, BROWSE, INQ));
      }
    }
  }

  private void allow(String user, String object, Authority first, Authority... more) {
    rights
        .computeIfAbsent(user, any -> new HashMap<>())
        .computeIfAbsent(object, any -> EnumSet.noneOf(Authority.class))
        .addAll(EnumSet.of(first, more));
  }

  /** In words; none is good. */
  List<String> differences(QueueManager qm) {
    List<String> differences = new ArrayList<>();
    queues.stream()
        .filter(queue -> !qm.queueNames().contains(queue))
        .forEach(queue -> differences.add(queue + " is missing"));
    for (String queue : qm.queueNames()) {
      if (queues.contains(queue)) {
        compare(qm.queue(queue).definition(), differences);
      } else {
        differences.add(queue + " is too many");
      }
    }
    compareRights(qm, differences);
    return differences;
  }

  private void compare(QueueDefinition queue, List<String> differences) {
    String backout = backoutQueues.getOrDefault(queue.name(), "");
    boolean isRead = !backout.isEmpty();
    if (!queue.backoutQueue().equals(backout)) {
      differences.add(queue.name() + " backs out to '" + queue.backoutQueue() + "'");
    }
    if (queue.get(QueueAttribute.BOTHRESH) != (isRead ? 400 : 0)) {
      differences.add(queue.name() + " has BOTHRESH " + queue.get(QueueAttribute.BOTHRESH));
    }
    if (queue.get(QueueAttribute.HARDENBO) != (isRead ? 1 : 0)) {
      differences.add(queue.name() + " has HARDENBO " + queue.get(QueueAttribute.HARDENBO));
    }
    boolean isBackout = backoutQueues.containsValue(queue.name());
    int longest = queue.get(QueueAttribute.MAXMSGL);
    if (isBackout ? longest <= 1 << 20 : longest != 1 << 20) {
      differences.add(queue.name() + " has MAXMSGL " + longest);
    }
    if (queue.get(QueueAttribute.DEFPSIST) != 1 || queue.get(QueueAttribute.SHARE) != 1) {
      differences.add(queue.name() + " is not persistent or not shared");
    }
  }

  private void compareRights(QueueManager qm, List<String> differences) {
    Set<String> users = new TreeSet<>(qm.grantees());
    users.addAll(rights.keySet());
    Set<String> objects = new TreeSet<>(qm.queueNames());
    objects.addAll(List.of(QUEUE_MANAGER, COMMANDS, MODEL, NOT_OURS));
    objects.addAll(queues);
    for (String user : users) {
      for (String object : objects) {
        Set<Authority> wanted = rights.getOrDefault(user, Map.of()).getOrDefault(object, Set.of());
        Set<Authority> granted = qm.granted(user, object);
        report(user + " lacks ", object, wanted, granted, differences);
        report(user + " has too much: ", object, granted, wanted, differences);
      }
    }
  }

  private static void report(
      String what,
      String object,
      Set<Authority> these,
      Set<Authority> notThose,
      List<String> differences) {
    Set<Authority> rest = new TreeSet<>(these);
    rest.removeAll(notThose);
    if (!rest.isEmpty()) {
      String where = object.isEmpty() ? "the queue manager" : object;
      differences.add(what + rest + " on " + where);
    }
  }
}
