/**
 * Remembers: the only SQL of the house. One transaction for whatever waits, one commit witness that
 * looks whether the disk has it, one lock file so that nobody else writes.
 *
 * <p>The database is HSQLDB in a file. What is special about it is in {@link
 * org.ichido.store.jdbc.HsqldbDialect} and under {@code schema/hsqldb}; another database is another
 * {@link org.ichido.store.jdbc.Dialect} and other scripts.
 */
@NullMarked
package org.ichido.store.jdbc;

import org.jspecify.annotations.NullMarked;
