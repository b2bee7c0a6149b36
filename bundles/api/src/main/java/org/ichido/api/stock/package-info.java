/**
 * The stock of hard tokens: what makers delivered, from the file of a delivery until a device is
 * bound to a contract or disposed of. Which columns the file has is told in docs/operations.md,
 * "Hard tokens".
 */
@Export
@Version("1.0.0")
@NullMarked
package org.ichido.api.stock;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
