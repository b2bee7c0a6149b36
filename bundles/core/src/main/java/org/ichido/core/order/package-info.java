/** What a branch orders, sends, gets back and takes back. */
@NullMarked
package org.ichido.core.order;

import org.jspecify.annotations.NullMarked;
