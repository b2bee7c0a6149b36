package org.ichido.queuemanager.calls;

import java.util.Optional;
import org.ichido.queuemanager.queues.Message;
import org.ichido.queuemanager.queues.UnitOfWork;
import org.ichido.queuemanager.wire.Answer;
import org.ichido.queuemanager.wire.Fields;
import org.ichido.queuemanager.wire.Flow;
import org.ichido.queuemanager.wire.MessageDescriptor;
import org.ichido.queuemanager.wire.ObjectDescriptor;
import org.ichido.queuemanager.wire.PutOptions;
import org.ichido.queuemanager.wire.Reason;
import org.ichido.queuemanager.wire.Refusal;
import org.ichido.queuemanager.wire.SegmentType;

/**
 * MQPUT and MQPUT1.
 *
 * @param call as it was sent
 * @param target what MQPUT1 opens; MQPUT has a handle
 * @param descriptor of the message
 * @param options of the put
 * @param data of the message
 */
record PutCall(
    Flow call,
    Optional<ObjectDescriptor> target,
    MessageDescriptor descriptor,
    PutOptions options,
    Fields data) {
  /** The context options of a put are those of an open. */
  private static final int CONTEXT =
      OpenOptions.PASS_IDENTITY
          | OpenOptions.PASS_ALL
          | OpenOptions.SET_IDENTITY
          | OpenOptions.SET_ALL;

  static PutCall of(Flow call) throws Refusal {
    Optional<ObjectDescriptor> target =
        call.type() == SegmentType.PUT1
            ? Optional.of(new ObjectDescriptor(call.body(), 0))
            : Optional.empty();
    int at = target.map(ObjectDescriptor::length).orElse(0);
    MessageDescriptor descriptor = MessageDescriptor.read(call.body(), at);
    at += descriptor.length();
    PutOptions options = new PutOptions(call.body(), at);
    at += options.length();
    Fields data = call.body().part(at + 4, call.body().number(at));
    return new PutCall(call, target, descriptor, options, data);
  }

  static Answer put(Connection connection, Flow call) throws Refusal {
    return of(call).answer(connection);
  }

  /** Whether the client waits for no answer. */
  boolean isAsync() {
    return options.has(PutOptions.ASYNC_RESPONSE);
  }

  boolean isInUnit() {
    return options.has(PutOptions.SYNCPOINT);
  }

  private Answer answer(Connection connection) throws Refusal {
    connection.kernel().checkQuiescing(options.has(PutOptions.FAIL_IF_QUIESCING));
    if (data.length() > Kernel.MAX_MESSAGE_LENGTH) {
      throw new Refusal(Reason.TOO_BIG_FOR_QUEUE_MANAGER);
    }
    if (target.isPresent()) {
      OpenQueue queue = new Opening(connection).openQueue(target.get(), openOptions());
      try {
        return put(connection, queue);
      } finally {
        queue.close();
      }
    }
    OpenQueue queue = connection.queue(call.handle());
    queue.need(OpenOptions.OUTPUT, Reason.NOT_OPEN_FOR_OUTPUT);
    checkContext(queue);
    return put(connection, queue);
  }

  private Answer put(Connection connection, OpenQueue queue) throws Refusal {
    MessageDescriptor complete = descriptor.copy();
    new Stamp(connection).complete(complete, options);
    Optional<UnitOfWork> unit = isInUnit() ? Optional.of(connection.unit()) : Optional.empty();
    Message message = new Message(complete, data);
    Kernel kernel = connection.kernel();
    Optional<RemoteQueue> remote = queue.remote();
    queue
        .queue()
        .put(remote.map(r -> r.inTransit(message, kernel.newId("AMQ"))).orElse(message), unit);
    Fields object = target.map(ObjectDescriptor::fields).orElse(Fields.zeros(0));
    String name = remote.map(RemoteQueue::name).orElse(queue.name());
    String queueManager = remote.map(RemoteQueue::queueManager).orElse(kernel.name());
    return Answer.well(
        call, Fields.join(object, complete.as(descriptor), options.resolved(name, queueManager)));
  }

  private int openOptions() {
    int context = 0;
    for (int option = OpenOptions.PASS_IDENTITY; option <= OpenOptions.SET_ALL; option <<= 1) {
      context |= options.has(option) ? option : 0;
    }
    return OpenOptions.OUTPUT | context;
  }

  private void checkContext(OpenQueue queue) throws Refusal {
    int wanted = openOptions() & CONTEXT;
    for (int option = OpenOptions.PASS_IDENTITY; option <= OpenOptions.SET_ALL; option <<= 1) {
      if ((wanted & option) != 0 && !queue.has(option)) {
        throw new Refusal(notOpenFor(option));
      }
    }
  }

  private static Reason notOpenFor(int option) {
    return switch (option) {
      case OpenOptions.PASS_ALL -> new Reason(2093);
      case OpenOptions.PASS_IDENTITY -> new Reason(2094);
      case OpenOptions.SET_ALL -> new Reason(2095);
      default -> new Reason(2096);
    };
  }
}
