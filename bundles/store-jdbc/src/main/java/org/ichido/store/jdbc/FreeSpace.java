package org.ichido.store.jdbc;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The first line before the witness: no new work when the disk is nearly full. It leaves room for
 * the engine to end in order.
 */
final class FreeSpace {
  private final Path directory;
  private final FileStore disk;
  private final long floor;

  /**
   * @throws StoreDown if the disk cannot be asked
   */
  FreeSpace(Path directory, long floor) {
    this.directory = directory;
    this.floor = floor;
    try {
      this.disk = Files.getFileStore(directory);
    } catch (IOException e) {
      throw new StoreDown("The disk of " + directory + " cannot be asked for its space: " + e, e);
    }
  }

  /**
   * @throws StoreDown if there is less than the floor
   */
  void require() {
    long free = bytes();
    if (free < floor) {
      throw new StoreDown(
          "The disk of %s has %d MB free, less than free.space.floor = %d MB. Free some space; Ichido goes on by itself."
              .formatted(directory, free / StoreSettings.MEGABYTE, floor / StoreSettings.MEGABYTE));
    }
  }

  /**
   * @return whether there is less than twice the floor
   */
  boolean isScarce() {
    return bytes() < 2 * floor;
  }

  long megabytes() {
    return bytes() / StoreSettings.MEGABYTE;
  }

  private long bytes() {
    try {
      return disk.getUsableSpace();
    } catch (IOException e) {
      throw new StoreDown("The disk of " + directory + " cannot be asked for its space: " + e, e);
    }
  }
}
