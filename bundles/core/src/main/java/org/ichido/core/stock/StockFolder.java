package org.ichido.core.stock;

import org.jspecify.annotations.Nullable;

/**
 * {@code etc/org.ichido.stock.cfg}. Without that file no folder is watched. Method names are keys
 * of the file with the dot written as {@code _} (OSGi Compendium section 112.8.2.1).
 */
public @interface StockFolder {
  /**
   * @return {@code directory}: has a folder for each bank, named by its id
   */
  @Nullable String directory();

  /**
   * @return {@code wipe}: {@code yes} if a file is overwritten and deleted once all of it is in
   *     stock, {@code no} if it is only put aside
   */
  @Nullable String wipe();
}
