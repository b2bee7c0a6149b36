package org.ichido.store.jdbc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * How far the audit had come, in a file beside the database and not in it: a database that is put
 * back from a backup shows by it that it is older (T2, T33). Written after a commit, at most once a
 * second, so it is behind the database by at most {@link #BEHIND_SECONDS} and never ahead of it.
 *
 * <p>One line: number, hash and time of the newest entry. For one thread at a time.
 */
final class HeadFile {
  /**
   * How much later than the noted entry the newest one may be: a pause between two notes, and as
   * long as trouble with the file is borne.
   */
  static final long BEHIND_SECONDS = 60;

  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Path path;
  private long written;
  private boolean ever;

  /** What the file says. */
  record Head(AuditChain chain, Instant at) {}

  HeadFile(Path path) {
    this.path = path;
  }

  Path path() {
    return path;
  }

  /**
   * @return what was noted last; empty if there is no such file
   * @throws StoreDown if it cannot be read or understood
   */
  Optional<Head> read() {
    try {
      return Optional.of(head(Files.readString(path)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | IllegalArgumentException | DateTimeException e) {
      throw new StoreDown(
          "The file %s, which says how far the audit had come, cannot be read: %s. Move it away; the store then asks whether its database was restored."
              .formatted(path, e),
          e);
    }
  }

  private static Head head(String text) {
    String[] words = text.strip().split(" ", -1);
    if (words.length != 3) {
      throw new IllegalArgumentException("three words expected");
    }
    Hash hash = Hash.of(HexFormat.of().parseHex(words[1]));
    return new Head(new AuditChain(Long.parseLong(words[0]), hash), Instant.parse(words[2]));
  }

  /**
   * Notes an entry that is durable, unless one was noted within the last second.
   *
   * @throws IOException if it cannot be written; what was noted before stands
   */
  void note(Head head) throws IOException {
    if (ever && System.nanoTime() - written < PAUSE_NANOS) {
      return;
    }
    write(head);
  }

  /** Notes an entry that is durable. */
  void write(Head head) throws IOException {
    String line = "%d %s %s\n".formatted(head.chain.seq(), head.chain.hash(), head.at);
    Path draft = path.resolveSibling(path.getFileName() + ".new");
    try (FileChannel file =
        FileChannel.open(
            draft,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII));
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
      // Or a power cut leaves an empty file of this name.
      file.force(false);
    }
    Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    written = System.nanoTime();
    ever = true;
  }
}
