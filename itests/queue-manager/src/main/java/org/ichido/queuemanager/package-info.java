/**
 * A stand-in for an IBM MQ queue manager, for tests. It speaks to IBM's own client over a loopback
 * socket; what it knows of the protocol was learnt from that client. Agreement with it proves the
 * client's code path, and nothing about IBM MQ.
 */
@NullMarked
package org.ichido.queuemanager;

import org.jspecify.annotations.NullMarked;
