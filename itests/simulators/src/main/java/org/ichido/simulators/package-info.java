/**
 * The other side of the queues: what a customer holds and what a host runs. Written from the RFC
 * and the copybooks alone, sharing no code with Ichido, so that one mistake is not made twice.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.ichido.simulators;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
