package org.ichido.core.migration;

import java.util.Optional;

/**
 * A row that says what it is about.
 *
 * @param line where it stands
 * @param key what it is about
 * @param content what it says; empty if something of that was wrong
 */
record Entry<L>(long line, RowKey key, Optional<L> content) {}
