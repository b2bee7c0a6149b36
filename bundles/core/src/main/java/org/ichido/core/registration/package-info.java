/** How a hard token on its way becomes a user's: registration, skipping, sharing. */
@NullMarked
package org.ichido.core.registration;

import org.jspecify.annotations.NullMarked;
