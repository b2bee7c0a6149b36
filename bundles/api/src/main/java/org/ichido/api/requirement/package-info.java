/**
 * When a code is needed and what a user has to do next: by operation, stage, channel and the facts
 * that a channel knows. The answers follow the operation table of the bank's profile and the state
 * of the user's token; each names the row or the state that it comes from.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.ichido.api.requirement;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
