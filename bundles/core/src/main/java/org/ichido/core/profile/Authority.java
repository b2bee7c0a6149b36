package org.ichido.core.profile;

import java.util.Set;
import org.ichido.api.contract.Role;

/**
 * Who may do something to a customer's token: users of the same contract in some roles, operators,
 * both, or nobody.
 *
 * @param roles the roles whose users may
 * @param operators whether operators may
 */
public record Authority(Set<Role> roles, boolean operators) {
  /** Operators alone: what no customer role may do. */
  public static final Authority OPERATORS = new Authority(Set.of(), true);

  /** Copies the set. */
  public Authority {
    roles = Set.copyOf(roles);
  }
}
