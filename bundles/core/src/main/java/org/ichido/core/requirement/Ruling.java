package org.ichido.core.requirement;

import org.ichido.api.contract.Method;
import org.ichido.api.requirement.Demand;

/**
 * The answer of a row.
 *
 * @param kind which
 * @param exemption the word of an EXEMPT, empty for the others
 */
record Ruling(Demand.Kind kind, String exemption) {
  /** Whether the operation goes on without a code. */
  boolean spares() {
    return kind != Demand.Kind.REQUIRED && kind != Demand.Kind.BLOCKED;
  }

  Demand demand(Method method) {
    return switch (kind) {
      case REQUIRED -> new Demand.Required(method);
      case EXEMPT -> new Demand.Exempt(exemption);
      case NOT_REQUIRED -> new Demand.NotRequired();
      case NOT_ELIGIBLE -> new Demand.NotEligible();
      case BLOCKED -> new Demand.Blocked();
    };
  }

  @Override
  public String toString() {
    return exemption.isEmpty() ? kind.name() : kind + " " + exemption;
  }
}
