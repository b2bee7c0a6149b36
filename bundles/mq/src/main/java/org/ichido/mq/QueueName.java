package org.ichido.mq;

import javax.jms.JMSException;
import javax.jms.Queue;
import org.jspecify.annotations.Nullable;

/** The name of a queue, as a profile writes it. */
final class QueueName {
  private static final String SCHEME = "queue://";

  /** Lets a program write the message descriptor (MQMD) by properties. */
  private static final String DESCRIPTOR = "mdWriteEnabled=true";

  private QueueName() {}

  /**
   * The address of a queue that programs read that know nothing of JMS. IBM's client puts an RFH2
   * header before every message, unless the address says so; a reply needs no such word, see {@link
   * ReplyEnvelope}.
   *
   * @param name as a profile writes it
   * @param provider as the connection says who its client is of
   */
  static String forHosts(String name, @Nullable String provider) {
    return isIbmsClient(provider) ? ofHost(name) : name;
  }

  /** The address for IBM's client of a queue that programs read that know nothing of JMS. */
  static String ofHost(String name) {
    return SCHEME + "/" + name + "?targetClient=1";
  }

  /**
   * @param provider as a connection says who its client is of
   */
  static boolean isIbmsClient(@Nullable String provider) {
    return provider != null && provider.startsWith("IBM");
  }

  /** The bare name, whatever queue manager it is on. */
  static String of(Queue queue) throws JMSException {
    String name = queue.getQueueName();
    return name == null ? "" : bare(name);
  }

  /**
   * As it stands on a requester's list: {@code REPLY}, or {@code REPLY@QM1} where the message says
   * which queue manager has it. A queue of the same name elsewhere is another queue.
   */
  static String listed(Queue queue) throws JMSException {
    String name = queue.getQueueName();
    return name == null ? "" : listed(name);
  }

  static String listed(String name) {
    String manager = managerOf(name);
    return manager.isEmpty() ? bare(name) : bare(name) + "@" + manager;
  }

  /** The queue manager that a queue's address names; empty if it names none. */
  static String manager(Queue queue) throws JMSException {
    String name = queue.getQueueName();
    return name == null ? "" : managerOf(name);
  }

  /** The queue manager that an address names; empty if it names none. */
  static String managerOf(String address) {
    return address.startsWith(SCHEME) ? manager(address.substring(SCHEME.length())) : "";
  }

  /** The same queue at whatever queue manager one is connected to. */
  static String anywhere(String address) {
    return address.startsWith(SCHEME)
        ? SCHEME + address.substring(SCHEME.length() + managerOf(address).length())
        : address;
  }

  /** The same queue, at which also the fields can be written that the provider writes itself. */
  static String withDescriptor(String address) {
    return address + (address.contains("?") ? "&" : "?") + DESCRIPTOR;
  }

  /** Whether a message for that address says its id itself. */
  static boolean hasDescriptor(String address) {
    return address.endsWith(DESCRIPTOR);
  }

  /** Whether an address is one of IBM's client: no other writes a scheme before its queues. */
  static boolean isIbm(String address) {
    return address.startsWith(SCHEME);
  }

  /** Before the first slash, which may be missing: then there is no queue manager. */
  private static String manager(String rest) {
    return rest.substring(0, Math.max(0, rest.indexOf('/'))).strip();
  }

  /**
   * @param name as a provider gives it: {@code queue://QM1/REPLY?targetClient=1}, {@code
   *     queue:///REPLY}, {@code REPLY}
   */
  static String bare(String name) {
    String bare = name;
    if (bare.startsWith(SCHEME)) {
      bare = bare.substring(SCHEME.length());
      bare = bare.substring(bare.indexOf('/') + 1);
    }
    int options = bare.indexOf('?');
    return (options < 0 ? bare : bare.substring(0, options)).strip();
  }
}
