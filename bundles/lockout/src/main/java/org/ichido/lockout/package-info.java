/** Lockout rules. Each is a service, found by its plain name. */
@NullMarked
package org.ichido.lockout;

import org.jspecify.annotations.NullMarked;
