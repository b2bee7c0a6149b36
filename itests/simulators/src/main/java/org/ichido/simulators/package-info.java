/**
 * Core banking as its interface says it is, and as it should not be: slow, forgetful, silent. For
 * tests and the demo; never in the distribution.
 */
@NullMarked
package org.ichido.simulators;

import org.jspecify.annotations.NullMarked;
