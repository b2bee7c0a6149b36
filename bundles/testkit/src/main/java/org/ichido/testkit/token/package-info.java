/**
 * What a customer holds: a phone with a token app. Written from RFC 4226 and RFC 6238 alone,
 * sharing no code with Ichido, so that one mistake is not made twice.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.ichido.testkit.token;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
