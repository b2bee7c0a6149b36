/**
 * Races that a house must win: many requests at one moment, by whatever way in. What is right is
 * said here in words of the requirements; of Ichido only the API is used.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.ichido.races;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
