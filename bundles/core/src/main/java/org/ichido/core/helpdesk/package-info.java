/** How a customer stands, for help desks. Pure. */
@NullMarked
package org.ichido.core.helpdesk;

import org.jspecify.annotations.NullMarked;
