/** The Japanese words for what customers and operators are shown. */
@NullMarked
package org.ichido.core.text;

import org.jspecify.annotations.NullMarked;
