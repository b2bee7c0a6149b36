package org.ichido.queuemanager.queues;

import org.ichido.queuemanager.wire.Fields;
import org.ichido.queuemanager.wire.MessageDescriptor;

/**
 * A message on its way to or from a queue.
 *
 * @param descriptor complete
 * @param data as it was put
 */
public record Message(MessageDescriptor descriptor, Fields data) {}
