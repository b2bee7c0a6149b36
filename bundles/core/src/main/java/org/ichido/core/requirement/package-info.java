/**
 * When an operation needs a code: the bank's operation table, read from a file that its people can
 * read and change. Pure.
 */
@NullMarked
package org.ichido.core.requirement;

import org.jspecify.annotations.NullMarked;
