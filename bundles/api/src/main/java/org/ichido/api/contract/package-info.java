/** Contracts as core banking tells them: a method is a contract's and never a single user's. */
@Export
@Version("1.0.0")
@NullMarked
package org.ichido.api.contract;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
