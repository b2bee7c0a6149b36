/** The business day of core banking, and what is counted of it. */
@NullMarked
package org.ichido.core.business;

import org.jspecify.annotations.NullMarked;
