package org.ichido.api;

/**
 * An online-banking contract of a company or a person, unique within its bank.
 *
 * @param value 1 to 12 visible ASCII characters without spaces
 */
public record ContractId(String value) {
  /** The longest value, in characters. */
  public static final int LONGEST = 12;

  /**
   * @throws IllegalArgumentException if the value is empty, too long or has other characters
   */
  public ContractId {
    Checked.visibleAscii("contract", value, LONGEST);
  }

  @Override
  public String toString() {
    return value;
  }
}
