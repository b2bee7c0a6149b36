package org.ichido.core.requirement;

/** A text that is no operation table. Nothing of it is used: fail closed. */
public final class InvalidTable extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;

  InvalidTable(int line, int column, String problem) {
    super("line %d, character %d: %s".formatted(line, column, problem));
    this.line = line;
    this.column = column;
  }

  /**
   * @return the line, from 1
   */
  public int line() {
    return line;
  }

  /**
   * @return the character in the line, from 1
   */
  public int column() {
    return column;
  }
}
