package org.ichido.queuemanager.commands;

import java.util.Arrays;
import java.util.List;
import org.ichido.queuemanager.wire.Fields;

/** The structures of IBM's programmable command format, byte for byte. */
final class CommandFormat {
  /** The format of a message that is one. */
  static final String FORMAT = "MQADMIN";

  static final int HEADER = 36;
  static final int COMMAND = 1;
  static final int RESPONSE = 2;
  static final int NUMBER = 3;
  static final int TEXT = 4;
  static final int NUMBERS = 5;

  private static final int LAST = 1;

  private CommandFormat() {}

  /**
   * @param command that is answered
   * @param number of this answer, from 1
   * @param outcome of the command
   * @param isLast whether no other follows
   * @param parameters what is said
   * @return the data of a message
   */
  static Fields response(
      int command, int number, Outcome outcome, boolean isLast, List<Fields> parameters) {
    Fields header =
        Fields.zeros(HEADER)
            .number(0, RESPONSE)
            .number(4, HEADER)
            .number(8, 1)
            .number(12, command)
            .number(16, number)
            .number(20, isLast ? LAST : 0)
            .number(24, outcome.completion())
            .number(28, outcome.reason())
            .number(32, parameters.size());
    Fields[] parts = Arrays.copyOf(parameters.toArray(Fields[]::new), parameters.size() + 1);
    System.arraycopy(parts, 0, parts, 1, parameters.size());
    parts[0] = header;
    return Fields.join(parts);
  }

  static Fields number(int parameter, int value) {
    return Fields.zeros(16).number(0, NUMBER).number(4, 16).number(8, parameter).number(12, value);
  }

  /**
   * @param value in its full length
   */
  static Fields text(int parameter, Fields value) {
    int length = 20 + (value.length() + 3) / 4 * 4;
    return Fields.zeros(length)
        .number(0, TEXT)
        .number(4, length)
        .number(8, parameter)
        .number(12, 819)
        .number(16, value.length())
        .bytes(20, value.toBytes());
  }
}
