package org.ichido.core.migration;

import java.util.Comparator;

/**
 * What a row is about, and where it must stand: rows are in the order of their keys, by the codes
 * of ASCII, as {@code LC_ALL=C sort} makes it.
 *
 * @param contract the contract
 * @param user the user; empty text in a row about a contract
 */
record RowKey(String contract, String user) implements Comparable<RowKey> {
  private static final Comparator<RowKey> ORDER =
      Comparator.comparing(RowKey::contract).thenComparing(RowKey::user);

  @Override
  public int compareTo(RowKey other) {
    return ORDER.compare(this, other);
  }
}
