/**
 * What transports need from core: the banks and their queues, the decisions, at-most-once handling
 * with a stored reply, and the events that are to be sent.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.ichido.spi.transport;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
