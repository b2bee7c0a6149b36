/**
 * Queues: the only JMS of the house. Receives requests of the banks that are served, lets nobody in
 * whom the profile does not know, hands the bytes to {@link org.ichido.mq.record.RecordExchange}
 * and sends what comes back, one request in one JMS transaction.
 *
 * <p>The database decides first and the JMS commit acknowledges: whatever breaks in between, the
 * message comes again and gets the stored reply.
 */
@NullMarked
package org.ichido.mq;

import org.jspecify.annotations.NullMarked;
