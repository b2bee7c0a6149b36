/**
 * What the queue manager does when a program calls: connections, handles, and each of the calls.
 */
@NullMarked
package org.ichido.queuemanager.calls;

import org.jspecify.annotations.NullMarked;
