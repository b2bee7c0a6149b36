/** What changes a token that is in use, and what ends it. */
@NullMarked
package org.ichido.core.change;

import org.jspecify.annotations.NullMarked;
