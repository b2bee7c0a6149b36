/**
 * What a bank runs: programs that put request records on queues and wait for the replies. Written
 * from the copybooks alone, sharing no code with Ichido, so that one mistake is not made twice.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.ichido.testkit.host;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
