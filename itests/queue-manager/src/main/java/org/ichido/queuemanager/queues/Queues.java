package org.ichido.queuemanager.queues;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.ichido.queuemanager.wire.Reason;
import org.ichido.queuemanager.wire.Refusal;

/** All queues of the queue manager, by name. Thread-safe. */
public final class Queues {
  private final Monitor monitor;
  private final Reports reports;
  private final Map<String, LocalQueue> queues = new HashMap<>();
  private final Map<String, QueueDefinition> models = new HashMap<>();
  private final Map<String, String> aliases = new HashMap<>();
  private long dynamicQueues;

  /**
   * @param queueManager whose they are
   * @param clock for the age of messages
   * @param ids for the messages that the queue manager puts by itself
   */
  public Queues(String queueManager, Clock clock, Supplier<byte[]> ids) {
    monitor = new Monitor(clock);
    reports = new Reports(this, queueManager, ids);
  }

  /**
   * @param definition a queue with its name is changed, and keeps its messages
   */
  public void define(QueueDefinition definition) {
    synchronized (monitor) {
      if (definition.kind().isModel()) {
        models.put(definition.name(), definition);
      } else if (queues.containsKey(definition.name())) {
        queues.get(definition.name()).define(definition);
      } else {
        queues.put(definition.name(), new LocalQueue(monitor, reports, definition));
      }
    }
  }

  /**
   * @param name another name
   * @param target for this queue
   */
  public void alias(String name, String target) {
    synchronized (monitor) {
      aliases.put(name, target);
    }
  }

  /**
   * @param name of a queue or of an alias
   * @return the queue
   * @throws Refusal 2085, or 2082 if the alias leads nowhere
   */
  public LocalQueue queue(String name) throws Refusal {
    synchronized (monitor) {
      String target = aliases.getOrDefault(name, name);
      LocalQueue queue = queues.get(target);
      if (queue == null) {
        throw new Refusal(
            aliases.containsKey(name) ? Reason.UNKNOWN_ALIAS_BASE : Reason.UNKNOWN_OBJECT_NAME);
      }
      return queue;
    }
  }

  /**
   * @param name of anything
   * @return what is defined under that name; an alias has none
   */
  public Optional<QueueDefinition> definition(String name) {
    synchronized (monitor) {
      return Optional.ofNullable(queues.get(name))
          .map(LocalQueue::definition)
          .or(() -> Optional.ofNullable(models.get(name)));
    }
  }

  /**
   * Makes a queue as its model says.
   *
   * @param model the model's definition
   * @param pattern the name; behind a star at its end 16 characters are added
   * @return the new queue
   */
  public LocalQueue make(QueueDefinition model, String pattern) {
    synchronized (monitor) {
      dynamicQueues++;
      String name =
          pattern.endsWith("*")
              ? pattern.substring(0, Math.min(32, pattern.length() - 1))
                  + String.format("%016X", dynamicQueues)
              : pattern;
      LocalQueue queue = new LocalQueue(monitor, reports, model.dynamic(name));
      queues.put(name, queue);
      return queue;
    }
  }

  /**
   * @param queue forgotten, with what is on it
   */
  public void delete(LocalQueue queue) {
    synchronized (monitor) {
      queues.remove(queue.definition().name());
    }
  }

  /**
   * @return one for a new connection
   */
  public UnitOfWork unit() {
    return new UnitOfWork(monitor);
  }

  /**
   * @return the names of all queues, sorted
   */
  public List<String> names() {
    synchronized (monitor) {
      return queues.keySet().stream().sorted().toList();
    }
  }

  /**
   * Drops temporary queues and messages that are not persistent, as the end of the queue manager.
   */
  public void dropVolatile() {
    synchronized (monitor) {
      for (LocalQueue queue : new ArrayList<>(queues.values())) {
        queue.dropVolatile();
        if (queue.definition().kind() == QueueDefinition.Kind.TEMPORARY) {
          delete(queue);
        }
      }
    }
  }

  /** Lets all who wait for a message look again. */
  public void wake() {
    synchronized (monitor) {
      monitor.changed();
    }
  }

  /**
   * @param watcher called, under the lock, whenever there may be something to get; must be quick
   */
  public void watch(Runnable watcher) {
    monitor.watch(watcher);
  }

  /**
   * @param watcher called no more
   */
  public void unwatch(Runnable watcher) {
    monitor.unwatch(watcher);
  }
}
