/**
 * The embedded default queue, for a first run and for tests; a bank installs IBM MQ instead.
 *
 * <p>One ActiveMQ Classic broker inside this bundle. It keeps what it acknowledged, listens on the
 * loopback address alone, and lets nobody in without a login, so that the user in a message is the
 * true one. It is found as a {@code javax.jms.ConnectionFactory} with {@code name=ichido}. Nothing
 * is exported: no other bundle can depend on the broker's own classes.
 */
@NullMarked
package org.ichido.broker;

import org.jspecify.annotations.NullMarked;
