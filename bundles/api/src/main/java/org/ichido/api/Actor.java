package org.ichido.api;

import java.util.Optional;

/** Who acts on a token, other than by presenting a code. Written to the audit with every act. */
public sealed interface Actor {
  /**
   * @return how the audit names the actor
   */
  String name();

  /**
   * Bank staff who act for a customer: a branch, a help desk.
   *
   * @param name the operator's id in the bank, 1 to 8 characters
   * @param branch the branch, 3 characters, if the operator sits in one
   * @param approver who agreed, where the profile demands four eyes; 1 to 8 characters, never the
   *     operator, be it in other letters
   * @param reason the bank's reason code, as the paper form has it
   * @param paperNumber the number of the customer's written request
   */
  record Operator(
      String name,
      Optional<String> branch,
      Optional<String> approver,
      Optional<String> reason,
      Optional<String> paperNumber)
      implements Actor {
    /**
     * @throws IllegalArgumentException if the operator has no name or approves himself
     */
    public Operator {
      Checked.visibleAscii("operator", name, 8);
      approver.ifPresent(other -> Checked.visibleAscii("approver", other, 8));
      if (approver.filter(name::equalsIgnoreCase).isPresent()) {
        throw new IllegalArgumentException("approver: nobody approves himself");
      }
    }
  }

  /**
   * Who runs the middleware, at the shell. Registers tokens; never unlocks one for a customer.
   *
   * @param name the login at the shell
   */
  record Administrator(String name) implements Actor {
    /**
     * @throws IllegalArgumentException if the name is empty or longer than 32 characters
     */
    public Administrator {
      Checked.visibleAscii("administrator", name, 32);
    }
  }

  /**
   * A user of a contract, who acts on a token of that contract. Authenticated by the channel's
   * first factor, and by an own code where the act demands one.
   *
   * @param user the user
   */
  record User(UserId user) implements Actor {
    @Override
    public String name() {
      return user.value();
    }
  }

  /**
   * Core banking, by its records.
   *
   * @param name the system as its records name it, 1 to 8 characters
   */
  record CoreBanking(String name) implements Actor {
    /**
     * @throws IllegalArgumentException if the name is empty or longer than 8 characters
     */
    public CoreBanking {
      Checked.visibleAscii("core banking", name, 8);
    }
  }

  /** Time alone: a deadline or an effective date that came. */
  record Time() implements Actor {
    @Override
    public String name() {
      return "time";
    }
  }
}
