package org.ichido.core.sheet;

import java.util.List;
import java.util.Optional;

/**
 * A line of a CSV file.
 *
 * @param number its number, from 1
 * @param fields what stands between its commas
 * @param wrong why it is none; its fields are empty then
 */
public record CsvLine(long number, List<String> fields, Optional<String> wrong) {
  static CsvLine wrong(long number, String why) {
    return new CsvLine(number, List.of(), Optional.of(why));
  }
}
