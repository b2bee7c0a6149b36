package org.ichido.core.contract;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ichido.api.contract.Method;
import org.ichido.api.contract.MethodChange;
import org.ichido.core.work.Entitlement;
import org.ichido.spi.store.ContractRow;
import org.ichido.spi.store.TokenRow;

/**
 * A contract's step to the method that holds on a day: what was pending and is due, then what is
 * told on that day. Tokens of a kind that any of these methods ends have ended, also if the last
 * one would take them again: what ended at 00:00 does not come back at noon. Pure.
 *
 * @param row the contract afterwards
 * @param held the methods that came to hold
 */
record MethodStep(ContractRow row, Set<Method> held) {
  /** Copies the set. */
  MethodStep {
    held = Set.copyOf(held);
  }

  /**
   * @param row the contract as read
   * @param today the present day in Japan
   * @return the step that is due
   */
  static MethodStep due(ContractRow row, LocalDate today) {
    Optional<MethodChange> coming = row.change().filter(c -> c.effective().isAfter(today));
    boolean came = row.change().isPresent() && coming.isEmpty();
    Method now = row.methodOn(today);
    return new MethodStep(row.withMethod(now, coming), came ? Set.of(now) : Set.of());
  }

  /**
   * @param told a change of method, of today or later; it takes the place of one that is pending
   * @param today the present day in Japan
   * @return this step and that
   */
  MethodStep then(MethodChange told, LocalDate today) {
    if (told.effective().isAfter(today)) {
      return new MethodStep(row.withMethod(row.method(), Optional.of(told)), held);
    }
    Set<Method> all = new HashSet<>(held);
    all.add(told.method());
    return new MethodStep(row.withMethod(told.method(), Optional.empty()), all);
  }

  /** The tokens whose life ends with the step, of those of the contract. */
  List<TokenRow> ended(List<TokenRow> tokens) {
    return tokens.stream()
        .filter(token -> token.state().live())
        .filter(token -> held.stream().anyMatch(m -> !Entitlement.fits(m, token.kind())))
        .toList();
  }
}
