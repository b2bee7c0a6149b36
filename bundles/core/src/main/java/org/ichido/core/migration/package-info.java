/**
 * Takes over contracts, users and live tokens from files: a strict reader of CSV, three files read
 * side by side in the order of their contracts, and what is decided about each contract.
 */
@NullMarked
package org.ichido.core.migration;

import org.jspecify.annotations.NullMarked;
