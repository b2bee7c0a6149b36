package org.ichido.api.helpdesk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ichido.api.Holder;
import org.ichido.api.requirement.NextStep;

/**
 * How a user stands at a moment: what he sees, why, and who may do what.
 *
 * @param at the moment
 * @param holder the user
 * @param contract what core banking told of the contract; empty if it told of none
 * @param user what core banking told of the user; empty if it told of none
 * @param token the user's token, an ACTIVE one before the newest other; empty if there never was
 *     one
 * @param step what the user is told to do next
 * @param until as {@link org.ichido.api.requirement.Requirement#until}
 * @param shown the Japanese words for that step, as the customer is shown them
 * @param why how it comes to that step; one line for operators
 * @param demands what login and transfer demand of the user, by computer and by smartphone, if the
 *     channel knows nothing that spares the code
 * @param acts every act, and who could do it now
 */
public record Explanation(
    Instant at,
    Holder holder,
    Optional<ContractView> contract,
    Optional<UserView> user,
    Optional<TokenView> token,
    NextStep step,
    Optional<Instant> until,
    String shown,
    String why,
    List<DemandView> demands,
    List<ActView> acts) {
  /** Copies the lists. */
  public Explanation {
    demands = List.copyOf(demands);
    acts = List.copyOf(acts);
  }
}
