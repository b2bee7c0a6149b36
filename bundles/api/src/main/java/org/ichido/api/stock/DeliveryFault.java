package org.ichido.api.stock;

/**
 * What is wrong with a row of a delivery. Never repeats a value: it may be a seed.
 *
 * @param line the line, from 1 for the header
 * @param column the column; empty text if it is about the whole row
 * @param what what is wrong, and what is expected or to be done
 */
public record DeliveryFault(long line, String column, String what) {
  @Override
  public String toString() {
    return "line %d%s: %s".formatted(line, column.isEmpty() ? "" : ", column " + column, what);
  }
}
