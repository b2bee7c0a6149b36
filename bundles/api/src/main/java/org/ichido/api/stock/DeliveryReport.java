package org.ichido.api.stock;

import java.util.List;

/**
 * What became of a delivery, or would.
 *
 * @param written whether it was begun to write: not in a dry run, nor if a fault was found before
 * @param added how many devices were not in stock: they are now, if it was written
 * @param there how many were there already in the same form
 * @param stock what the bank has afterwards, by branch and state
 * @param faults the first faults, 100 at the most, as they were found
 * @param faulty how many faults there are in all; if it was written all the same, it ended there
 * @param wiped whether the file was overwritten and deleted. What lay under it may survive in
 *     journals, copies on write, backups and the spare blocks of a solid-state disk
 */
public record DeliveryReport(
    boolean written,
    long added,
    long there,
    List<StockCount> stock,
    List<DeliveryFault> faults,
    long faulty,
    boolean wiped) {
  /** The most faults that are told one by one. */
  public static final int MOST_FAULTS = 100;

  /** Copies the lists. */
  public DeliveryReport {
    stock = List.copyOf(stock);
    faults = List.copyOf(faults);
  }
}
