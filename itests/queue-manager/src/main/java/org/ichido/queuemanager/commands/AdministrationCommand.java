package org.ichido.queuemanager.commands;

import java.nio.BufferUnderflowException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ichido.queuemanager.wire.Fields;

/**
 * A command as it came in a message.
 *
 * @param code which command
 * @param texts the parameters that are texts, by their identifier
 * @param numbers those that are a number or a list of numbers
 */
record AdministrationCommand(
    int code, Map<Integer, String> texts, Map<Integer, List<Integer>> numbers) {
  private static final int HEADER_TYPE_IS_WRONG = 3001;
  private static final int HEADER_LENGTH_IS_WRONG = 3002;
  private static final int STRUCTURE_IS_WRONG = 3236;

  /**
   * @param data of the message
   * @return the command
   * @throws CommandFailed if it is none
   */
  static AdministrationCommand read(Fields data) throws CommandFailed {
    if (data.length() < CommandFormat.HEADER || data.number(4) != CommandFormat.HEADER) {
      throw new CommandFailed(HEADER_LENGTH_IS_WRONG);
    }
    if (data.number(0) != CommandFormat.COMMAND) {
      throw new CommandFailed(HEADER_TYPE_IS_WRONG);
    }
    AdministrationCommand command =
        new AdministrationCommand(data.number(12), new HashMap<>(), new HashMap<>());
    try {
      int at = CommandFormat.HEADER;
      for (int parameters = data.number(32); parameters > 0; parameters--) {
        Fields parameter = data.part(at, data.number(at + 4));
        command.add(parameter);
        at += parameter.length();
      }
    } catch (IndexOutOfBoundsException
        | BufferUnderflowException
        | NegativeArraySizeException notWhole) {
      throw new CommandFailed(STRUCTURE_IS_WRONG);
    }
    return command;
  }

  private void add(Fields parameter) throws CommandFailed {
    int identifier = parameter.number(8);
    switch (parameter.number(0)) {
      case CommandFormat.NUMBER -> numbers.put(identifier, List.of(parameter.number(12)));
      case CommandFormat.NUMBERS ->
          numbers.put(
              identifier,
              IntStream.range(0, parameter.number(12))
                  .mapToObj(n -> parameter.number(16 + 4 * n))
                  .toList());
      case CommandFormat.TEXT -> texts.put(identifier, parameter.text(20, parameter.number(16)));
      default -> throw new CommandFailed(STRUCTURE_IS_WRONG);
    }
  }

  Optional<String> text(int identifier) {
    return Optional.ofNullable(texts.get(identifier));
  }

  List<Integer> numbers(int identifier) {
    return numbers.getOrDefault(identifier, List.of());
  }
}
