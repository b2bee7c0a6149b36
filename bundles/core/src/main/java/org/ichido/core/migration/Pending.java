package org.ichido.core.migration;

import java.time.LocalDate;
import java.util.Optional;
import org.ichido.api.contract.MethodChange;
import org.ichido.spi.store.ContractRow;

/** The change of method that a contract still has before it. */
final class Pending {
  private Pending() {}

  static Optional<MethodChange> of(ContractRow row, LocalDate today) {
    return row.closed().isPresent()
        ? Optional.empty()
        : row.change().filter(coming -> coming.effective().isAfter(today));
  }
}
