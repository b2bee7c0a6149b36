package org.ichido.core.profile;

import java.time.LocalDate;
import java.util.Optional;
import org.ichido.api.contract.Method;

/**
 * What holds for contracts of a bank.
 *
 * @param closedFrom contracts opened on this day or later get no one-time passwords (S0-1); empty
 *     while all do
 * @param methodOfNew the method of a contract of which core banking says none when it opens it
 *     (S0-2)
 */
public record ContractPolicy(Optional<LocalDate> closedFrom, Method methodOfNew) {
  /**
   * @param opened the day on which a contract was opened
   * @return whether the bank gives it no one-time passwords any more
   */
  public boolean closedTo(LocalDate opened) {
    return closedFrom.filter(day -> !opened.isBefore(day)).isPresent();
  }
}
