package org.ichido.core.requirement;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.ichido.api.requirement.Facts;

/**
 * What a row of the operation table may ask for. The set is closed: a bank chooses among these
 * words. One about a fact holds only if the fact is known.
 */
enum Condition {
  /** Another user will approve (S0-13). */
  APPROVAL_IN_USE,
  /** Nobody will approve. */
  NO_APPROVAL,
  /** The payee was registered with the bank on paper (S0-14). */
  PAYEE_REGISTERED,
  /** The payee was paid on an earlier business date than today's, however long ago (S0-15). */
  PAYEE_PAID_BEFORE,
  /** The biller is private (S0-16). */
  PRIVATE_BILLER,
  /** The biller is a public body (S0-16). */
  PUBLIC_BILLER,
  /** The user has an ACTIVE token (S2-13). */
  IN_USE,
  /** The user has none (S2-5). */
  NOT_IN_USE;

  /** As it stands in the table. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it is about what a channel may leave out. Whether a token is in use core knows. */
  boolean aboutFact() {
    return this != IN_USE && this != NOT_IN_USE;
  }

  boolean holds(Facts facts, boolean inUse) {
    return switch (this) {
      case APPROVAL_IN_USE -> is(facts.approvalInUse(), true);
      case NO_APPROVAL -> is(facts.approvalInUse(), false);
      case PAYEE_REGISTERED -> is(facts.payeeRegistered(), true);
      case PAYEE_PAID_BEFORE -> paidBefore(facts.payeeLastPaid(), facts.businessDate());
      case PRIVATE_BILLER -> is(facts.privateBiller(), true);
      case PUBLIC_BILLER -> is(facts.privateBiller(), false);
      case IN_USE -> inUse;
      case NOT_IN_USE -> !inUse;
    };
  }

  private static boolean is(Optional<Boolean> fact, boolean value) {
    return fact.isPresent() && fact.get() == value;
  }

  /** Today's payments would let one stolen code open the rest. */
  private static boolean paidBefore(Optional<LocalDate> lastPaid, Optional<LocalDate> today) {
    return lastPaid.isPresent() && today.isPresent() && lastPaid.get().isBefore(today.get());
  }
}
