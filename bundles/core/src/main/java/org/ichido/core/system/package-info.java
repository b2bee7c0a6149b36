/**
 * Time and randomness: the only places that ask the machine for them. The test kit outranks both.
 */
@NullMarked
package org.ichido.core.system;

import org.jspecify.annotations.NullMarked;
