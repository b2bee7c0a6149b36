/** How it is measured: contenders take turns, round by round. */
@NullMarked
package org.ichido.bench.round;

import org.jspecify.annotations.NullMarked;
