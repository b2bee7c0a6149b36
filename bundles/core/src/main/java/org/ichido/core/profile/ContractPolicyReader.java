package org.ichido.core.profile;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import org.ichido.api.contract.Method;
import org.ichido.spi.InvalidSetting;
import org.ichido.spi.Settings;

/** Reads what a profile says about contracts. */
final class ContractPolicyReader {
  private ContractPolicyReader() {}

  /**
   * @param settings the section {@code contracts.}
   * @return what it says
   * @throws InvalidSetting for the first problem found
   */
  static ContractPolicy read(Settings settings) throws InvalidSetting {
    return new ContractPolicy(
        closedFrom(settings),
        Method.valueOf(
            settings.choice(
                "method-of-new", Arrays.stream(Method.values()).map(Method::name).toList())));
  }

  private static Optional<LocalDate> closedFrom(Settings settings) throws InvalidSetting {
    String value = settings.text("closed-from");
    if (value.equals("never")) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(value));
    } catch (DateTimeParseException e) {
      throw settings.problem(
          "closed-from", "must be a day such as 2025-04-01, or never, but is '" + value + "'");
    }
  }
}
