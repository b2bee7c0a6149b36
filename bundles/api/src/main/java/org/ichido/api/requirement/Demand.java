package org.ichido.api.requirement;

import org.ichido.api.contract.Method;

/** Whether an operation needs a code now. */
public sealed interface Demand {
  /** The five answers, for a switch expression. */
  enum Kind {
    /** Ask for it. */
    REQUIRED,
    /** It would be asked for, but for a reason that is recorded. */
    EXEMPT,
    /** It is not asked for here. */
    NOT_REQUIRED,
    /** This bank never asks for it here: whoever does may be a forged site (S3-17). */
    NOT_ELIGIBLE,
    /** It is needed and the user has none to give: the operation cannot go on (S0-34). */
    BLOCKED
  }

  /**
   * @return which of the five this is
   */
  Kind kind();

  /**
   * Ask for it.
   *
   * @param method by which method (S0-2)
   */
  record Required(Method method) implements Demand {
    @Override
    public Kind kind() {
      return Kind.REQUIRED;
    }
  }

  /**
   * Spared here.
   *
   * @param why the word of the operation table, such as {@code PAYEE_REGISTERED}; 1 to 24
   *     characters
   */
  record Exempt(String why) implements Demand {
    @Override
    public Kind kind() {
      return Kind.EXEMPT;
    }
  }

  /** It is not asked for here. */
  record NotRequired() implements Demand {
    @Override
    public Kind kind() {
      return Kind.NOT_REQUIRED;
    }
  }

  /** This bank never asks for it here (S3-17). */
  record NotEligible() implements Demand {
    @Override
    public Kind kind() {
      return Kind.NOT_ELIGIBLE;
    }
  }

  /** The operation cannot go on before the next step is done (S0-34). */
  record Blocked() implements Demand {
    @Override
    public Kind kind() {
      return Kind.BLOCKED;
    }
  }
}
