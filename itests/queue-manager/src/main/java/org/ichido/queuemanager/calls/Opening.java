package org.ichido.queuemanager.calls;

import java.util.Optional;
import org.ichido.queuemanager.queues.LocalQueue;
import org.ichido.queuemanager.queues.QueueAttribute;
import org.ichido.queuemanager.queues.QueueDefinition;
import org.ichido.queuemanager.queues.Queues;
import org.ichido.queuemanager.queues.Selection;
import org.ichido.queuemanager.wire.ObjectDescriptor;
import org.ichido.queuemanager.wire.Reason;
import org.ichido.queuemanager.wire.Refusal;

/** Opens what an object descriptor names. */
final class Opening {
  private final Connection connection;
  private final Kernel kernel;

  Opening(Connection connection) {
    this.connection = connection;
    this.kernel = connection.kernel();
  }

  /**
   * @param descriptor what; is completed with the names that were found
   * @return the object, which the caller closes or gives a handle to
   */
  OpenObject open(ObjectDescriptor descriptor, int options) throws Refusal {
    kernel.checkQuiescing((options & OpenOptions.FAIL_IF_QUIESCING) != 0);
    if ((options & OpenOptions.ALTERNATE_USER) != 0) {
      throw new Refusal(Reason.OPTIONS_ERROR);
    }
    if (descriptor.type() == ObjectDescriptor.QUEUE_MANAGER) {
      authorize("", options);
      return new OpenQueueManager(options);
    }
    if (descriptor.type() != ObjectDescriptor.QUEUE) {
      throw new Refusal(Reason.OBJECT_TYPE_ERROR);
    }
    return openQueue(descriptor, options);
  }

  OpenQueue openQueue(ObjectDescriptor descriptor, int options) throws Refusal {
    String at = descriptor.queueManager();
    if (!at.isBlank() && !at.equals(kernel.name())) {
      return openRemote(new RemoteQueue(descriptor.name(), at), options);
    }
    Queues queues = kernel.queues();
    Selection selection = SelectionString.parse(descriptor.selection(), kernel.surprises());
    Optional<QueueDefinition> model =
        queues.definition(descriptor.name()).filter(found -> found.kind().isModel());
    if (model.isEmpty()) {
      LocalQueue queue = queues.queue(descriptor.name());
      if (queue.definition().kind() != QueueDefinition.Kind.TEMPORARY) {
        authorize(descriptor.name(), options);
      }
      return new OpenQueue(queues, queue, options, false, selection);
    }
    authorize(descriptor.name(), options);
    LocalQueue made = queues.make(model.get(), descriptor.dynamicName());
    descriptor.resolved(made.definition().name(), kernel.name());
    return new OpenQueue(queues, made, options, true, selection);
  }

  /** What is put there waits on the queue that has the other queue manager's name. */
  private OpenQueue openRemote(RemoteQueue remote, int options) throws Refusal {
    String transmission = remote.queueManager();
    if (kernel.queues().definition(transmission).isEmpty()) {
      throw new Refusal(Reason.UNKNOWN_REMOTE_QUEUE_MANAGER);
    }
    LocalQueue queue = kernel.queues().queue(transmission);
    if (queue.definition().get(QueueAttribute.USAGE) == 0) {
      throw new Refusal(Reason.TRANSMISSION_QUEUE_USAGE_ERROR);
    }
    if ((options & OpenOptions.NOT_WHAT_IS_REMOTE) != 0) {
      throw new Refusal(Reason.OPTION_NOT_VALID_FOR_TYPE);
    }
    authorize(transmission, options);
    return new OpenQueue(kernel.queues(), queue, options, remote);
  }

  private void authorize(String object, int options) throws Refusal {
    kernel.authorities().check(connection.user(), object, OpenOptions.needed(options));
  }
}
