/**
 * How a customer stands, for whoever has one at the telephone: what the customer sees now, why, and
 * who may do what. Reads only, and has no secret.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.ichido.api.helpdesk;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
