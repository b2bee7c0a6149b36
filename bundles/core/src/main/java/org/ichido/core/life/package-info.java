/** The life of a token: its states, what leads from one to another, and what time alone does. */
@NullMarked
package org.ichido.core.life;

import org.jspecify.annotations.NullMarked;
