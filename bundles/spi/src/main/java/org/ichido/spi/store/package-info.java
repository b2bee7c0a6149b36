/**
 * What remembers. A unit of work is a pure function from loaded rows to changes; the store runs it
 * in one durable transaction.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.ichido.spi.store;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
