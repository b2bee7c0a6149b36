package org.ichido.core.migration;

import java.util.List;
import org.ichido.api.contract.Count;
import org.ichido.api.migration.RowFault;

/**
 * What became of one contract of an initial load.
 *
 * @param added what was written of it
 * @param there what was there already
 * @param faults what is in its way; nothing was written then
 */
record Loaded(Count added, Count there, List<RowFault> faults) {
  Loaded {
    faults = List.copyOf(faults);
  }
}
