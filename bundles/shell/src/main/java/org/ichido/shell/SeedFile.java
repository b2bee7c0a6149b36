package org.ichido.shell;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.apache.karaf.shell.support.CommandException;
import org.ichido.api.Seed;

/**
 * One line with a seed, in a file that only its owner can read: a seed on its way to the vault must
 * not lie open, and not stay. It is on the machine where Karaf runs.
 */
final class SeedFile {
  private static final int LARGEST = 512;

  private static final Set<PosixFilePermission> OPEN_TO_OTHERS =
      EnumSet.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private final Path path;

  SeedFile(Path path) {
    this.path = path;
  }

  /** Reads the seed; the file stays as it is. */
  Seed read() throws CommandException {
    byte[] bytes = new byte[LARGEST + 1];
    char[] text = new char[0];
    try {
      refuseIfOpenToOthers();
      int length = fill(bytes);
      text = oneLine(bytes, length);
      return SeedText.read(text);
    } catch (IOException e) {
      throw IchidoCommand.failed(
          "Seed file " + path + " cannot be read: " + e + ". Is it on the machine of Karaf?", e);
    } catch (IllegalArgumentException e) {
      throw IchidoCommand.failed("Seed file " + path + ": " + e.getMessage() + ".", e);
    } finally {
      Arrays.fill(bytes, (byte) 0);
      Arrays.fill(text, '\0');
    }
  }

  /**
   * Overwrites the file and deletes it. Overwriting helps on a plain disk only; journals, copies on
   * write and backups may keep the old bytes, which is why the file should lie on a tmpfs.
   */
  void destroy() throws IOException {
    try (SeekableByteChannel file =
        Files.newByteChannel(path, Set.of(StandardOpenOption.WRITE, NOFOLLOW_LINKS))) {
      ByteBuffer zeros = ByteBuffer.allocate((int) Math.min(file.size(), LARGEST));
      while (zeros.hasRemaining()) {
        file.write(zeros);
      }
    }
    Files.delete(path);
  }

  private void refuseIfOpenToOthers() throws IOException, CommandException {
    PosixFileAttributes attributes;
    try {
      attributes = Files.readAttributes(path, PosixFileAttributes.class, NOFOLLOW_LINKS);
    } catch (UnsupportedOperationException e) {
      throw IchidoCommand.failed(
          "Seed file " + path + ": this file system cannot say who may read it. Use another.", e);
    }
    if (!attributes.isRegularFile()) {
      throw IchidoCommand.failed("Seed file " + path + " is not a plain file (links are refused).");
    }
    if (attributes.permissions().stream().anyMatch(OPEN_TO_OTHERS::contains)) {
      throw IchidoCommand.failed(
          "Seed file "
              + path
              + " can be read or changed by others than its owner. Take the seed for known, or"
              + " close the file and try again: chmod 600 "
              + path);
    }
  }

  private int fill(byte[] bytes) throws IOException {
    try (SeekableByteChannel file =
        Files.newByteChannel(path, Set.of(StandardOpenOption.READ, NOFOLLOW_LINKS))) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining() && file.read(buffer) >= 0) {
        // until it is full or at the end
      }
      return buffer.position();
    }
  }

  private static char[] oneLine(byte[] bytes, int length) {
    if (length > LARGEST) {
      throw new IllegalArgumentException("it is longer than " + LARGEST + " bytes");
    }
    int end = length;
    while (end > 0 && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r')) {
      end--;
    }
    char[] text = new char[end];
    for (int i = 0; i < end; i++) {
      text[i] = (char) (bytes[i] & 0xff);
    }
    return text;
  }
}
