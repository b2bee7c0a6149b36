/**
 * The way in from a former system: an initial load of contracts, users and live tokens, and a
 * nightly delta of contracts and users. Which columns the files have is told in docs/operations.md,
 * "Migration".
 */
@Export
@Version("1.0.0")
@NullMarked
package org.ichido.api.migration;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
