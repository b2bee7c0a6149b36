package org.ichido.broker;

import java.util.Set;
import javax.jms.InvalidDestinationException;
import javax.jms.ResourceAllocationException;
import org.apache.activemq.broker.BrokerPluginSupport;
import org.apache.activemq.broker.ConnectionContext;
import org.apache.activemq.broker.ProducerBrokerExchange;
import org.apache.activemq.broker.region.Destination;
import org.apache.activemq.command.ActiveMQDestination;
import org.apache.activemq.command.Message;
import org.apache.activemq.command.ProducerInfo;
import org.jspecify.annotations.Nullable;

/**
 * Which queues there are and how much each holds, as on a bank's queue manager: who uses one that
 * is not defined, or sends to one that is full, is told so, with the reason code that the queue
 * manager would give. Thread-safe.
 */
final class DefinedQueues extends BrokerPluginSupport {
  private final Set<String> defined;
  private final int depth;

  /**
   * @param defined none: every queue exists
   * @param depth how many messages a queue holds; those of open transactions are not counted
   */
  DefinedQueues(Set<String> defined, int depth) {
    this.defined = Set.copyOf(defined);
    this.depth = depth;
  }

  @Override
  public @Nullable Destination addDestination(
      ConnectionContext context, ActiveMQDestination destination, boolean createIfTemporary)
      throws Exception {
    refuseUndefined(context, destination);
    return super.addDestination(context, destination, createIfTemporary);
  }

  @Override
  public void addProducer(ConnectionContext context, ProducerInfo info) throws Exception {
    if (info.getDestination() != null) {
      refuseFull(info.getDestination());
    }
    super.addProducer(context, info);
  }

  @Override
  public void send(ProducerBrokerExchange exchange, Message message) throws Exception {
    refuseFull(message.getDestination());
    super.send(exchange, message);
  }

  private void refuseUndefined(ConnectionContext context, ActiveMQDestination destination)
      throws InvalidDestinationException {
    var user = context.getSecurityContext();
    boolean ofTheBroker = user != null && user.isBrokerContext();
    if (!defined.isEmpty()
        && !destination.isTemporary()
        && !ofTheBroker
        && !defined.contains(destination.getPhysicalName())) {
      throw new InvalidDestinationException(
          "reason 2085: no queue %s, define it with the key queues in etc/org.ichido.broker.cfg"
              .formatted(destination.getPhysicalName()),
          "2085");
    }
  }

  private void refuseFull(ActiveMQDestination destination) throws ResourceAllocationException {
    Destination queue = getDestinationMap().get(destination);
    if (queue != null && queue.getDestinationStatistics().getMessages().getCount() >= depth) {
      throw new ResourceAllocationException(
          "reason 2053: queue %s is full with %d messages"
              .formatted(destination.getPhysicalName(), depth),
          "2053");
    }
  }
}
