/** Units of work: what a request wants loaded and what it wants changed. */
@NullMarked
package org.ichido.core.work;

import org.jspecify.annotations.NullMarked;
