package org.ichido.core.stock;

import java.util.List;
import org.ichido.api.stock.DeliveryFault;

/**
 * What became of some rows of a delivery.
 *
 * @param added how many were not there
 * @param there how many were there already in the same form
 * @param faults what is in the way; nothing was written then
 */
record Taken(long added, long there, List<DeliveryFault> faults) {
  Taken {
    faults = List.copyOf(faults);
  }
}
