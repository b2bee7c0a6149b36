package org.ichido.api.migration;

import java.util.List;
import org.ichido.api.contract.BranchCount;
import org.ichido.api.contract.Count;

/**
 * What an initial load did, or would do.
 *
 * @param written whether rows were written: not in a dry run, nor if a fault was found before
 * @param added how many rows were not there: contracts, closed ones among them, users, tokens. They
 *     are now, if it was written. Contracts with a fault are not counted
 * @param there how many rows were there already in the same form
 * @param files what the files hold without the rows that have a fault, by branch
 * @param stored what the bank has afterwards, by branch
 * @param faults the first faults, 100 at the most, as they were found
 * @param faulty how many faults there are in all; if it was written all the same, it ended there
 */
public record LoadReport(
    boolean written,
    Count added,
    Count there,
    List<BranchCount> files,
    List<BranchCount> stored,
    List<RowFault> faults,
    long faulty) {
  /** The most faults that are told one by one. */
  public static final int MOST_FAULTS = 100;

  /** Copies the lists. */
  public LoadReport {
    files = List.copyOf(files);
    stored = List.copyOf(stored);
    faults = List.copyOf(faults);
  }
}
