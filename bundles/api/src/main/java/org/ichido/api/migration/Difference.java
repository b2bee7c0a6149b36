package org.ichido.api.migration;

/**
 * Something that the files say and we did not know, or the other way round.
 *
 * @param about the contract, or contract/user
 * @param what what is different; nothing personal
 */
public record Difference(String about, String what) {
  @Override
  public String toString() {
    return about + ": " + what;
  }
}
