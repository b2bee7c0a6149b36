/**
 * The bytes: transmission headers, segments and the structures inside them. Layouts are those that
 * the IBM MQ client for Java was seen to send and to accept at level 13.
 */
@NullMarked
package org.ichido.queuemanager.wire;

import org.jspecify.annotations.NullMarked;
