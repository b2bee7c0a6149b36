/** What hard tokens cost: debits and refunds that core banking is asked for, and the books. */
@NullMarked
package org.ichido.core.fee;

import org.jspecify.annotations.NullMarked;
