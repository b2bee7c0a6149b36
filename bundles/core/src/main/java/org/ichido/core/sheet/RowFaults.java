package org.ichido.core.sheet;

/** Is told what is wrong with the rows of one file. */
@FunctionalInterface
public interface RowFaults {
  /**
   * @param line the line, from 1 for the header
   * @param column the column; empty text if it is about the whole row
   * @param what what is wrong; never repeats a value
   */
  void add(long line, String column, String what);
}
