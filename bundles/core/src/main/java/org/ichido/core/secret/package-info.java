/**
 * Secrets that cross a queue or come in a file: how they are encrypted there, and what they are
 * once they are opened. Plain classes, which know no services but those they are handed. What
 * others must do is told in docs/messages.md, "Encrypted fields".
 */
@NullMarked
package org.ichido.core.secret;

import org.jspecify.annotations.NullMarked;
