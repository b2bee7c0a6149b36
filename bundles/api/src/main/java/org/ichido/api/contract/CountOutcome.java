package org.ichido.api.contract;

import java.time.Instant;
import java.util.List;

/**
 * How much we have, beside how much there ought to be.
 *
 * @param at when it was compared; counted shortly before
 * @param ours how much we have of what was asked about
 * @param equal whether that is what was expected
 * @param branches the same by branch, in the order of their names; one at the most if a branch was
 *     asked about
 */
public record CountOutcome(Instant at, Count ours, boolean equal, List<BranchCount> branches) {
  /** Copies the list. */
  public CountOutcome {
    branches = List.copyOf(branches);
  }
}
