/** A clock that a test drives, in one JVM or as a service that outranks Ichido's own. */
@Export
@Version("1.0.0")
@NullMarked
package org.ichido.testkit.clock;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
