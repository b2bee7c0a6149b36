/** Ichido in a container of its own, by options of Pax Exam. Needs Pax Exam on the class path. */
@Export
@Version("1.0.0")
@NullMarked
package org.ichido.testkit.karaf;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
