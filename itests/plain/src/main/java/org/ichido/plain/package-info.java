/** The house's own parts in one plain JVM. */
@NullMarked
package org.ichido.plain;

import org.jspecify.annotations.NullMarked;
