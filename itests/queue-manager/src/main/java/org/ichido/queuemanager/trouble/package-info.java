/** What goes wrong because a test wants it so. */
@NullMarked
package org.ichido.queuemanager.trouble;

import org.jspecify.annotations.NullMarked;
