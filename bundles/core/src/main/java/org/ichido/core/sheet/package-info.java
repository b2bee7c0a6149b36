/**
 * Reads files of rows: a strict reader of CSV, a header that names the columns, values of columns,
 * and what is wrong with them.
 */
@NullMarked
package org.ichido.core.sheet;

import org.jspecify.annotations.NullMarked;
