package org.ichido.api.migration;

import java.io.IOException;
import java.util.List;
import org.ichido.api.BankId;
import org.ichido.api.NoAnswer;
import org.ichido.api.contract.BranchCount;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Takes over what another system has told in files. Thread-safe; one run at a time, another one
 * waits for it. A run takes as long as its files are: a seed takes some milliseconds, twice.
 *
 * <p>All rows are checked before the first is written, and if one has a fault, none is. Files are
 * read row by row, whatever their length.
 */
@ProviderType
public interface Migration {
  /**
   * Loads contracts with their users and live tokens, each contract in one transaction. A row that
   * is there already in the same form is counted and left alone, so a run that was cut short is
   * simply begun again; one that is there in another form is a fault, and nothing is overwritten.
   * No events are sent: whoever wrote the files knows what is in them.
   *
   * @param request the files
   * @return what was done, or would be
   * @throws NoAnswer if the store or the vault does not answer; what was written before stays, so
   *     begin again
   * @throws IOException if a file cannot be read; the same holds
   */
  LoadReport load(LoadRequest request) throws IOException;

  /**
   * Applies what is different about contracts and users by the acts of core banking's records, with
   * their events. Nothing is removed because a file lacks it.
   *
   * @param request the files
   * @return what was done, or would be
   * @throws NoAnswer if the store does not answer; what was done before stays, so begin again
   * @throws IOException if a file cannot be read; the same holds
   */
  DeltaReport delta(DeltaRequest request) throws IOException;

  /**
   * Counts what a bank has, all at one moment.
   *
   * @param bank the tenant
   * @return the counts by branch, in the order of their names
   * @throws NoAnswer if the store does not answer
   */
  List<BranchCount> count(BankId bank);
}
