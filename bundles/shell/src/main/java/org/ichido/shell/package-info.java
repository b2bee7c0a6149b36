/**
 * Karaf commands of scope {@code ichido}: for administrators, clients of {@code org.ichido.api}
 * alone. A command is registered whether its services are there or not, and says which one is
 * missing.
 */
@NullMarked
package org.ichido.shell;

import org.jspecify.annotations.NullMarked;
