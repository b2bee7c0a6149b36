/**
 * Connection factories of IBM MQ, made of what {@code etc/org.ops4j.connectionfactory-NAME.cfg}
 * says. Knows IBM's client by the name of one class.
 */
@NullMarked
package org.ichido.ibmmq;

import org.jspecify.annotations.NullMarked;
