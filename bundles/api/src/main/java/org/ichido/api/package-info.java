/**
 * What the bank's own bundles call: verify a code, administer tokens, read the audit.
 *
 * <p>Everything here is a value, a service interface that Ichido provides, or the exception that
 * says no answer was given. Services are found in the OSGi registry; a configuration change takes
 * effect for the next request and never invalidates a reference that a caller holds. Only {@link
 * org.ichido.api.HealthSource} and {@link org.ichido.api.MessageAdministration} are implemented
 * outside core.
 *
 * <p>Outcomes are values, failures are exceptions: a wrong code is a {@link
 * org.ichido.api.Verdict}, a store that cannot say is a {@link org.ichido.api.NoAnswer}.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.ichido.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
