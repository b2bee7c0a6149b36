/**
 * What extenders implement: OTP algorithms, lockout rules, vaults. All are stateless services found
 * by plain name; their parameters come from the bank's profile, so two banks never share a number.
 * {@link org.ichido.spi.OwnerOnlyFile} is for any bundle that keeps a secret on the disk.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.ichido.spi;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
