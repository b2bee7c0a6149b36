/** Sockets and threads: from the listening port to the conversations that share a socket. */
@NullMarked
package org.ichido.queuemanager.conversation;

import org.jspecify.annotations.NullMarked;
