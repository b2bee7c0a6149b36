package org.ichido.api.stock;

import java.io.IOException;
import java.util.List;
import org.ichido.api.BankId;
import org.ichido.api.NoAnswer;
import org.osgi.annotation.versioning.ProviderType;

/** The stock of hard tokens of all banks. Thread-safe. */
@ProviderType
public interface HardTokenStock {
  /**
   * Takes a delivery into stock. All rows are checked before the first is written, and if one has a
   * fault, none is. Then they are written some at a time: a run that was cut short is simply begun
   * again, because a row that is there already in the same form is counted and left alone; one that
   * is there in another form is a fault, and nothing is overwritten. No two devices of a bank have
   * one serial, and no two of the installation one seed.
   *
   * <p>Runs as long as the file is; one at a time, another one waits for it. The file is read row
   * by row, and what is kept in memory of it has a limit that does not depend on its length.
   *
   * @param request the file
   * @param progress is told how far it is
   * @return what was done, or would be
   * @throws NoAnswer if the bank is not served, or the store or the vault does not answer; what was
   *     written before stays, so begin again
   * @throws IOException if the file cannot be read, is open to others than its owner, or cannot be
   *     wiped; what was written before stays
   */
  DeliveryReport deliver(DeliveryRequest request, DeliveryProgress progress) throws IOException;

  /**
   * Counts a bank's hard tokens.
   *
   * @param bank the bank
   * @return how many by branch and state, in that order, without what there is none of
   * @throws NoAnswer if the store does not answer
   */
  List<StockCount> count(BankId bank);

  /**
   * Finds hard tokens.
   *
   * @param query which
   * @return the tokens; whose battery ends first comes first, then by serial
   * @throws NoAnswer if the store does not answer
   */
  List<StockedToken> list(StockQuery query);

  /**
   * Writes down that a device is destroyed, and forgets its seed. It must be in stock or have come
   * back. Said twice, it is done once.
   *
   * @param request which
   * @return what became of it
   * @throws NoAnswer if the store does not answer; ask again
   */
  DisposeOutcome dispose(DisposeRequest request);
}
