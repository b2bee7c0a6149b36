package org.ichido.core.profile;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A file that a profile names, such as its operation table.
 *
 * @param directory where the profile stands
 * @param name the path from there, which leads neither up nor out
 */
record SideFile(Path directory, String name) {
  /** The most bytes of one file. */
  static final int MOST_BYTES = 256 * 1024;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** What a file held when it was looked at; two that held the same are equal. */
  sealed interface Content {}

  /**
   * It can be used.
   *
   * @param text its characters, the lines ended by line feeds, without a byte order mark
   */
  record Text(String text) implements Content {}

  /**
   * It cannot be used.
   *
   * @param what is wrong, and what to do
   */
  record Trouble(String what) implements Content {}

  /** Looks at it now. */
  Content content() {
    try {
      Path root = directory.toRealPath();
      Path file = root.resolve(name).toRealPath();
      if (!file.startsWith(root)) {
        return new Trouble("leads out of " + directory + " by a link: put the file itself there");
      }
      if (!Files.isRegularFile(file)) {
        return new Trouble("is no file");
      }
      // Not a channel: an interrupt of this thread would look like a broken file.
      try (InputStream in = new FileInputStream(file.toFile())) {
        return decoded(in.readNBytes(MOST_BYTES + 1));
      }
    } catch (NoSuchFileException e) {
      return new Trouble("is not there: put it into " + directory);
    } catch (AccessDeniedException e) {
      return new Trouble("may not be read by this server: correct its owner or rights");
    } catch (IOException e) {
      return new Trouble("cannot be read: " + e);
    }
  }

  private static Content decoded(byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      return new Trouble("has more than " + MOST_BYTES / 1024 + " kB");
    }
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      return new Trouble(
          "line %d: is not UTF-8: save the file in that encoding"
              .formatted(text.chars().filter(c -> c == '\n').count() + 1));
    }
    String unmarked =
        text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
    return new Text(unmarked.replace("\r\n", "\n").replace('\r', '\n'));
  }
}
