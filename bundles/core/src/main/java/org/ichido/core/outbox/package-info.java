/**
 * What goes outside after the commit of what it tells: events, which a transport fetches here, and
 * mails, which are sent from here.
 */
@NullMarked
package org.ichido.core.outbox;

import org.jspecify.annotations.NullMarked;
