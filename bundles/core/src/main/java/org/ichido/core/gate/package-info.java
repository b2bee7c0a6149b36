/**
 * The gate: an algorithm or a rule gets traffic only after it has shown, in place, that it does
 * what its name promises.
 */
@NullMarked
package org.ichido.core.gate;

import org.jspecify.annotations.NullMarked;
