/** The decision about a code: a pure function, and the only place that accepts. */
@NullMarked
package org.ichido.core.verify;

import org.jspecify.annotations.NullMarked;
