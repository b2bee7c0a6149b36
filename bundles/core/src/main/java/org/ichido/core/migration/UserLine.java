package org.ichido.core.migration;

import java.util.Optional;
import java.util.Set;
import org.ichido.api.Holder;
import org.ichido.api.contract.Role;
import org.ichido.core.sheet.SheetRow;

/**
 * A row of the users.
 *
 * @param line where it stands
 * @param holder the user
 * @param role what the user may do
 */
record UserLine(long line, Holder holder, Role role) {
  static final Set<String> COLUMNS = Set.of("contract", "user", "role");

  /**
   * @return the user; empty if something of it was wrong, which is told
   */
  static Optional<UserLine> read(SheetRow row, Holder holder) {
    return row.read("role", "MASTER, SUB_ADMIN or GENERAL", Role::valueOf)
        .map(role -> new UserLine(row.line(), holder, role));
  }
}
