/**
 * What time alone does: deadlines, expiries, methods that come to hold. No decision waits for it;
 * each sees for itself that a time has come.
 */
@NullMarked
package org.ichido.core.due;

import org.jspecify.annotations.NullMarked;
