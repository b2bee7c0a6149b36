/**
 * Contracts and users as core banking tells them. Which method a contract uses is a matter of the
 * contract and never of a single user (S3-27, S4-33, S4-34).
 */
@Export
@Version("1.0.0")
@NullMarked
package org.ichido.api.contract;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
