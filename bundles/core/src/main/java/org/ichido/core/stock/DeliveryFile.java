package org.ichido.core.stock;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The file of a delivery. It holds seeds, so it is read only while nobody but its owner has any
 * right on it, and may be overwritten and deleted afterwards. For one thread.
 */
final class DeliveryFile {
  private static final int BLOCK = 8_192;

  private static final Set<PosixFilePermission> OPEN_TO_OTHERS =
      EnumSet.complementOf(
          EnumSet.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.OWNER_EXECUTE));

  /** What changes if somebody puts another file in its place, or writes to it. */
  private record Identity(@Nullable Object key, long size, FileTime modified) {}

  private final Path path;
  private @Nullable Identity first;

  DeliveryFile(Path path) {
    this.path = path;
  }

  /**
   * @return its bytes from the beginning
   * @throws IOException if it is no plain file, is open to others, or is not what was opened before
   */
  InputStream open() throws IOException {
    check();
    return Channels.newInputStream(
        Files.newByteChannel(path, Set.of(StandardOpenOption.READ, NOFOLLOW_LINKS)));
  }

  /**
   * Overwrites it with zeros, waits until they are on the disk, and deletes it. Journals, copies on
   * write, backups and the spare blocks of a solid-state disk may keep what was there.
   *
   * @throws IOException if it could not be, or is not what was read
   */
  void wipe() throws IOException {
    try {
      check();
      overwrite();
      Files.delete(path);
    } catch (IOException e) {
      throw new IOException(
          "All of %s is in stock, but the file was not wiped: %s. Its seeds may still lie there."
              .formatted(path, e.getMessage()),
          e);
    }
  }

  private void overwrite() throws IOException {
    try (FileChannel file =
        FileChannel.open(path, Set.of(StandardOpenOption.WRITE, NOFOLLOW_LINKS))) {
      ByteBuffer zeros = ByteBuffer.allocate(BLOCK);
      for (long left = file.size(); left > 0; left -= zeros.position()) {
        zeros.clear().limit((int) Math.min(left, BLOCK));
        while (zeros.hasRemaining()) {
          file.write(zeros);
        }
      }
      file.force(true);
    }
  }

  private void check() throws IOException {
    PosixFileAttributes attributes;
    try {
      attributes = Files.readAttributes(path, PosixFileAttributes.class, NOFOLLOW_LINKS);
    } catch (UnsupportedOperationException e) {
      throw new IOException(
          path + ": this file system cannot say who may read it; put it on another", e);
    }
    if (!attributes.isRegularFile()) {
      throw new IOException(path + " is no plain file; links are refused");
    }
    if (attributes.permissions().stream().anyMatch(OPEN_TO_OTHERS::contains)) {
      throw new IOException(
          "%s is open to others than its owner, and was not read. Take its seeds for known, or run: chmod 600 %s"
              .formatted(path, path));
    }
    Identity present =
        new Identity(attributes.fileKey(), attributes.size(), attributes.lastModifiedTime());
    if (first == null) {
      first = present;
    } else if (!Objects.equals(first, present)) {
      throw new IOException(path + " was changed while it was read");
    }
  }
}
