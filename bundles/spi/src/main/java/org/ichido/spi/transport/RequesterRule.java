package org.ichido.spi.transport;

import java.util.Set;
import org.ichido.api.Requester;

/**
 * A requester of a bank: who it is on the queue manager, what it may send, where answers may go.
 *
 * @param name the requester
 * @param users the users (MQMD UserIdentifier, trimmed) that are this requester; several CICS
 *     regions may be one
 * @param sends the requests it may send
 * @param replyQueues the queues to which its answers may go, {@code NAME} or, where a message names
 *     the queue manager as well, {@code NAME@QUEUEMANAGER}; never one of Ichido's own
 */
public record RequesterRule(
    Requester name, Set<String> users, Set<RequestType> sends, Set<String> replyQueues) {
  /** Copies the sets. */
  public RequesterRule {
    users = Set.copyOf(users);
    sends = Set.copyOf(sends);
    replyQueues = Set.copyOf(replyQueues);
  }
}
