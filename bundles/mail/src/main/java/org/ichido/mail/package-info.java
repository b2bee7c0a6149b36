/**
 * Sends notices over SMTP (RFC 5321), through Angus Mail inside this bundle. Nothing is exported:
 * no other bundle can depend on the library's own classes.
 *
 * <p>Neither a notice's text nor an address of a customer is in a log, in health, or in the reason
 * that a caller gets: what a server answers is told by its codes alone, since its words may repeat
 * the address.
 */
@NullMarked
package org.ichido.mail;

import org.jspecify.annotations.NullMarked;
