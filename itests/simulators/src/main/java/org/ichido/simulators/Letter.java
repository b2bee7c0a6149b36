package org.ichido.simulators;

import org.ichido.testkit.host.HostRecord;

/**
 * An answer with its address, which outlives the connection by which the request came.
 *
 * @param queue where it goes
 * @param correlation the message id of the request
 * @param record what it says
 */
record Letter(String queue, String correlation, HostRecord record) {}
