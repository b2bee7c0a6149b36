package org.ichido.core.enrolment;

import java.time.LocalDate;
import java.util.Optional;
import org.ichido.api.act.Reason;
import org.ichido.api.contract.Method;
import org.ichido.spi.store.ContractRow;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.UserRow;

/**
 * Whether a user may come to a soft token, by what core banking told of the contract and the user.
 * Asked at each step of an enrolment, for anything may have changed since the last.
 *
 * @param contract the contract
 * @param user the user
 */
record SoftEntitlement(ContractRow contract, UserRow user) {
  /**
   * @param rows rows with a user and a contract
   * @return what they say, if core banking told of both
   */
  static Optional<SoftEntitlement> of(Rows rows) {
    return rows.contract()
        .flatMap(contract -> rows.user().map(user -> new SoftEntitlement(contract, user)));
  }

  /**
   * @param policy what the profile says
   * @param today the present day in Japan
   * @return why the user may not; empty if the user may
   */
  Optional<Reason> refusal(EnrolmentPolicy policy, LocalDate today) {
    if (contract.closed().isPresent() || user.removed().isPresent()) {
      return Optional.of(Reason.NOT_ENTITLED);
    }
    if (policy.contracts().closedTo(contract.opened())) {
      return Optional.of(Reason.NEW_CONTRACTS_CLOSED);
    }
    Method method = contract.methodOn(today);
    return method == Method.SOFT || (method == Method.NONE && policy.selfService())
        ? Optional.empty()
        : Optional.of(Reason.NOT_ENTITLED);
  }

  /**
   * @param today the present day in Japan
   * @return the contract as it is when its user has applied (S2-11); empty if it has soft tokens
   *     already
   */
  Optional<ContractRow> applied(LocalDate today) {
    return contract.methodOn(today) == Method.SOFT
        ? Optional.empty()
        : Optional.of(
            contract.withMethod(
                Method.SOFT,
                contract.change().filter(coming -> coming.effective().isAfter(today))));
  }
}
