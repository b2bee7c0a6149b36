package org.ichido.api.helpdesk;

import java.time.LocalDate;
import java.util.Optional;
import org.ichido.api.contract.Method;
import org.ichido.api.contract.MethodChange;

/**
 * A contract as core banking told it.
 *
 * @param branch the branch that keeps it
 * @param opened the day on which it was opened
 * @param closed the day on which it was closed
 * @param method how its users authenticate today; NONE once it is closed
 * @param change the method that will hold, and from when; empty once it holds
 */
public record ContractView(
    String branch,
    LocalDate opened,
    Optional<LocalDate> closed,
    Method method,
    Optional<MethodChange> change) {}
