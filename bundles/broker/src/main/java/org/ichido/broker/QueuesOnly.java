package org.ichido.broker;

import org.apache.activemq.broker.BrokerPluginSupport;
import org.apache.activemq.broker.ConnectionContext;
import org.apache.activemq.broker.region.Destination;
import org.apache.activemq.command.ActiveMQDestination;
import org.apache.activemq.command.DestinationInfo;

/**
 * What users may do: send to queues and read from them. There are no topics, and nobody but {@code
 * ichido} removes a queue; a temporary queue goes with its connection. Which queues a user may use
 * is not told apart: a bank's queue manager does that.
 */
final class QueuesOnly extends BrokerPluginSupport {

  @Override
  public Destination addDestination(
      ConnectionContext context, ActiveMQDestination destination, boolean createIfTemporary)
      throws Exception {
    refuseTopic(destination);
    return super.addDestination(context, destination, createIfTemporary);
  }

  @Override
  public void addDestinationInfo(ConnectionContext context, DestinationInfo info) throws Exception {
    refuseTopic(info.getDestination());
    super.addDestinationInfo(context, info);
  }

  @Override
  public void removeDestination(
      ConnectionContext context, ActiveMQDestination destination, long timeout) throws Exception {
    refuseRemoval(context, destination);
    super.removeDestination(context, destination, timeout);
  }

  @Override
  public void removeDestinationInfo(ConnectionContext context, DestinationInfo info)
      throws Exception {
    refuseRemoval(context, info.getDestination());
    super.removeDestinationInfo(context, info);
  }

  private static void refuseTopic(ActiveMQDestination destination) {
    if (destination.isTopic()) {
      throw new SecurityException("no topics here: use a queue");
    }
  }

  private static void refuseRemoval(ConnectionContext context, ActiveMQDestination destination) {
    var user = context.getSecurityContext();
    if (!destination.isTemporary()
        && !user.isBrokerContext()
        && !BrokerSettings.OWN_USER.equals(user.getUserName())) {
      throw new SecurityException("a requester removes no queue: " + destination);
    }
  }
}
