/**
 * Queues and what is on them, in memory, behind one monitor. Knows messages and units of work, and
 * nothing of sockets or of calls.
 */
@NullMarked
package org.ichido.queuemanager.queues;

import org.jspecify.annotations.NullMarked;
