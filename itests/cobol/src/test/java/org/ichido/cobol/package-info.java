/** A bank's programs in COBOL, and what stands between them and a queue. */
@NullMarked
package org.ichido.cobol;

import org.jspecify.annotations.NullMarked;
