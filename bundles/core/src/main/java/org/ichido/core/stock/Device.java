package org.ichido.core.stock;

import org.ichido.spi.store.HardTokenRow;

/**
 * A row of a delivery that is right in itself.
 *
 * @param line where it stands
 * @param row the device as it would be stored
 */
record Device(long line, HardTokenRow row) {}
