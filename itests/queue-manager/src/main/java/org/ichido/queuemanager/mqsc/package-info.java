/** Definitions as an administrator writes them, in MQSC. */
@NullMarked
package org.ichido.queuemanager.mqsc;

import org.jspecify.annotations.NullMarked;
