/** How a soft token comes to its user: issue, activation, confirmation. */
@NullMarked
package org.ichido.core.enrolment;

import org.jspecify.annotations.NullMarked;
