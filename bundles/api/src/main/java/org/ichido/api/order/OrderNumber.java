package org.ichido.api.order;

/**
 * The number of an order at a bank, by which core banking knows the debit as well.
 *
 * @param value 1 to 99,999,999; a bank's orders are numbered without a gap, but for one after each
 *     time that a database was put back from a backup
 */
public record OrderNumber(long value) implements Comparable<OrderNumber> {
  /** The greatest. */
  public static final long GREATEST = 99_999_999;

  /**
   * @throws IllegalArgumentException if the number is out of range
   */
  public OrderNumber {
    if (value < 1 || value > GREATEST) {
      throw new IllegalArgumentException("order number: 1 to 99999999, not " + value);
    }
  }

  /**
   * @return the number after it
   */
  public OrderNumber next() {
    return new OrderNumber(value + 1);
  }

  @Override
  public int compareTo(OrderNumber other) {
    return Long.compare(value, other.value);
  }

  /** Eight digits. */
  @Override
  public String toString() {
    return "%08d".formatted(value);
  }
}
