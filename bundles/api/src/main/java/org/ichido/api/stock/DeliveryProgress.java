package org.ichido.api.stock;

import org.osgi.annotation.versioning.ConsumerType;

/** Is told how far a delivery has come, about every thousand rows, in the thread that runs it. */
@ConsumerType
@FunctionalInterface
public interface DeliveryProgress {
  /** Tells nobody. */
  DeliveryProgress SILENT = (writing, rows) -> {};

  /**
   * @param writing whether rows are being written, after all of them were checked
   * @param rows how many rows are done of this pass
   */
  void rows(boolean writing, long rows);
}
