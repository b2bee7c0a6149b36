package org.ichido.store.jdbc;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.ichido.spi.OwnerOnlyFile;

/**
 * The store's own lock on its database. The operating system lets go of it when the process dies,
 * so a file left by a killed process is no obstacle. HSQLDB's own lock file would be one, for ten
 * seconds.
 */
final class FileClaim implements Closeable {
  private final FileChannel channel;

  private FileClaim(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * @throws StoreDown if somebody else has it, or if it cannot be had
   */
  static FileClaim on(Path file) {
    try {
      Path directory = file.toAbsolutePath().getParent();
      if (directory != null) {
        OwnerOnlyFile.makeDirectory(directory);
      }
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        throw new StoreDown(
            "The store is in use by another process or by another store of this one: "
                + file
                + " is locked. Stop the other one, or give this one a url, password.file and"
                + " lock.file of its own in etc/org.ichido.store.cfg.");
      }
      return new FileClaim(channel);
    } catch (IOException e) {
      throw new StoreDown(
          "The lock file " + file + " cannot be opened; check that it may be written: " + e, e);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false; // this same JVM holds it
    }
  }

  /** Lets go. The file stays: deleting it would let two others lock two files of one name. */
  @Override
  public void close() throws IOException {
    channel.close();
  }
}
