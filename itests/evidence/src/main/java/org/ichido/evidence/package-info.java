/** What the suites saw, as files that a person or an auditor can read after the build. */
@Export
@Version("1.0.0")
@NullMarked
package org.ichido.evidence;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
