/**
 * What a code is presented for, and whether one is needed: by operation, stage, channel and the
 * facts that a channel knows.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.ichido.api.requirement;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
