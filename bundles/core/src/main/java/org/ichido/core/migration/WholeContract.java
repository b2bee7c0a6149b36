package org.ichido.core.migration;

import java.util.List;
import org.ichido.api.contract.ContractKey;

/**
 * A contract with its users and tokens, as the files have it.
 *
 * @param contract its row
 * @param users its users
 * @param tokens their live tokens
 * @param faulty whether any of its rows has a fault, and so is not here
 */
record WholeContract(
    ContractLine contract, List<UserLine> users, List<TokenLine> tokens, boolean faulty) {
  WholeContract {
    users = List.copyOf(users);
    tokens = List.copyOf(tokens);
  }

  ContractKey key() {
    return contract.row().key();
  }
}
