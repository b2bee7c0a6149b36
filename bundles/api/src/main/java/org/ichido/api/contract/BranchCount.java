package org.ichido.api.contract;

/**
 * How much there is of a branch.
 *
 * @param branch the branch that keeps the contracts; empty text for tokens of contracts of which
 *     core banking told nothing
 * @param open contracts that are not closed
 * @param closed contracts that are closed
 * @param users users who are not removed, under contracts that are not closed
 * @param issued tokens that are asked for
 * @param initialised tokens that await their first code
 * @param active tokens in use
 */
public record BranchCount(
    String branch, long open, long closed, long users, long issued, long initialised, long active) {
  /**
   * @return what of it core banking keeps as well
   */
  public Count count() {
    return new Count(open, users, issued + initialised + active);
  }
}
