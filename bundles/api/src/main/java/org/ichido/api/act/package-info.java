/**
 * What can be done to a token between its issue and its end, as requests and what becomes of them.
 * Requests that carry a code or a password are classes of the caller's to close; none of them
 * prints one.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.ichido.api.act;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
