package org.ichido.api.migration;

import java.util.List;

/**
 * What a delta did, or would do.
 *
 * @param contracts how many contracts were compared
 * @param users how many users were compared
 * @param differences the first differences, 100 at the most, in the order of the contracts
 * @param differing how many differences there are in all
 * @param applied how many of them were applied; 0 in a dry run, or if there was a fault before
 * @param missing the first contracts and users that we have and full files lack, 100 at the most;
 *     none if there is a fault, for then it is not known
 * @param lacking how many of them there are in all; none is removed
 * @param faults the first faults, 100 at the most
 * @param faulty how many faults there are in all
 */
public record DeltaReport(
    long contracts,
    long users,
    List<Difference> differences,
    long differing,
    long applied,
    List<Difference> missing,
    long lacking,
    List<RowFault> faults,
    long faulty) {
  /** Copies the lists. */
  public DeltaReport {
    differences = List.copyOf(differences);
    missing = List.copyOf(missing);
    faults = List.copyOf(faults);
  }
}
