package org.ichido.queuemanager.queues;

import java.util.EnumMap;
import java.util.Map;

/**
 * What is defined about a local queue, or about a model of queues to come. Immutable; what is not
 * said is as in IBM's manual.
 */
public final class QueueDefinition {
  private final String name;
  private final Kind kind;
  private final String backoutQueue;
  private final Map<QueueAttribute, Integer> attributes;

  private QueueDefinition(
      String name, Kind kind, String backoutQueue, Map<QueueAttribute, Integer> attributes) {
    this.name = name;
    this.kind = kind;
    this.backoutQueue = backoutQueue;
    this.attributes = attributes;
  }

  /** What a definition makes, and how long that lives. */
  public enum Kind {
    LOCAL(1),
    MODEL_OF_PERMANENT(2),
    MODEL_OF_TEMPORARY(3),
    PERMANENT(2),
    TEMPORARY(3);

    private final int definitionType;

    Kind(int definitionType) {
      this.definitionType = definitionType;
    }

    /**
     * @return as an inquiry is answered
     */
    public int definitionType() {
      return definitionType;
    }

    /**
     * @return whether opening it makes a queue
     */
    public boolean isModel() {
      return this == MODEL_OF_PERMANENT || this == MODEL_OF_TEMPORARY;
    }
  }

  /**
   * @param name up to 48 characters
   * @return a local queue
   */
  public static QueueDefinition local(String name) {
    return of(name, Kind.LOCAL);
  }

  /**
   * @param name up to 48 characters
   * @param kind what it makes
   * @return a definition in which nothing else is said
   */
  public static QueueDefinition of(String name, Kind kind) {
    if (name.isBlank() || name.length() > 48) {
      throw new IllegalArgumentException("a queue's name has 1 to 48 characters: " + name);
    }
    return new QueueDefinition(name, kind, "", new EnumMap<>(QueueAttribute.class));
  }

  /**
   * @param attribute which
   * @param value its number
   * @return the same with that value
   */
  public QueueDefinition with(QueueAttribute attribute, int value) {
    Map<QueueAttribute, Integer> changed = new EnumMap<>(QueueAttribute.class);
    changed.putAll(attributes);
    changed.put(attribute, value);
    return new QueueDefinition(name, kind, backoutQueue, changed);
  }

  /**
   * @param queue where the client moves a message that was backed out too often; blank is nowhere
   * @return the same with that queue
   */
  public QueueDefinition withBackoutQueue(String queue) {
    return new QueueDefinition(name, kind, queue, attributes);
  }

  /**
   * @param dynamicName its name
   * @return the queue that opening this model makes
   */
  QueueDefinition dynamic(String dynamicName) {
    Kind made = kind == Kind.MODEL_OF_TEMPORARY ? Kind.TEMPORARY : Kind.PERMANENT;
    return new QueueDefinition(dynamicName, made, backoutQueue, attributes);
  }

  /**
   * @param attribute which
   * @return its number
   */
  public int get(QueueAttribute attribute) {
    return attributes.getOrDefault(attribute, attribute.usual());
  }

  /**
   * @return up to 48 characters
   */
  public String name() {
    return name;
  }

  /**
   * @return what it makes
   */
  public Kind kind() {
    return kind;
  }

  /**
   * @return where the client moves a message that was backed out too often; blank is nowhere
   */
  public String backoutQueue() {
    return backoutQueue;
  }
}
