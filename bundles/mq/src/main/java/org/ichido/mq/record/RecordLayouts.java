package org.ichido.mq.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ichido.spi.transport.RequestType;

/** The records there are, as the copybooks in this bundle describe them. Immutable, thread-safe. */
public final class RecordLayouts {
  private static final String HEADER = "ICHHDR";

  private final RecordLayout header;
  private final Map<RequestType, RecordLayout> requests = new EnumMap<>(RequestType.class);
  private final Map<RequestType, RecordLayout> replies = new EnumMap<>(RequestType.class);

  private RecordLayouts() {
    List<RecordField> head = read(HEADER);
    header = RecordLayout.of("header", List.of(head));
    for (RequestType type : RequestType.values()) {
      String letters = letters(type);
      requests.put(
          type,
          RecordLayout.of(
              type.plainName() + " request", List.of(head, read("ICH" + letters + "Q"))));
      replies.put(
          type,
          RecordLayout.of(type.plainName() + " reply", List.of(head, read("ICH" + letters + "R"))));
    }
  }

  /**
   * Reads the copybooks.
   *
   * @return the records
   * @throws InvalidCopybook if a copybook has something that is not understood
   */
  public static RecordLayouts load() {
    return new RecordLayouts();
  }

  /** How copybooks abbreviate a type; a new type does not compile until it has its letters. */
  private static String letters(RequestType type) {
    return switch (type) {
      case VERIFY -> "VF";
      case UNLOCK -> "UL";
      case DESCRIBE -> "DS";
    };
  }

  private static List<RecordField> read(String copybook) {
    String file = copybook.toUpperCase(Locale.ROOT) + ".cpy";
    try (InputStream in = RecordLayouts.class.getResourceAsStream("copybooks/" + file)) {
      if (in == null) {
        throw new IllegalStateException(
            file + " is not in this bundle: build it with config/copybooks as resources");
      }
      return Copybook.parse(file, new String(in.readAllBytes(), StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + file, e);
    }
  }

  /**
   * @return the header alone
   */
  public RecordLayout header() {
    return header;
  }

  /**
   * @param type what is asked
   * @return the record that asks
   */
  public RecordLayout request(RequestType type) {
    return required(requests, type);
  }

  /**
   * @param type what was asked
   * @return the record that answers
   */
  public RecordLayout reply(RequestType type) {
    return required(replies, type);
  }

  /**
   * Begins a request: eye-catcher, version, length, type and kind are there, all else is blank.
   *
   * @param type what to ask
   * @return the record to fill
   */
  public HostRecord newRequest(RequestType type) {
    return begin(request(type)).set(condition(type)).set("ICH-REQUEST").set("ICH-FIRST-SEND");
  }

  /** A blank record with what is the same in every one. */
  static HostRecord begin(RecordLayout layout) {
    return HostRecord.blank(layout)
        .set("ICH-IS-ICHIDO")
        .set("ICH-VERSION-1")
        .with("ICH-RECORD-LENGTH", Integer.toString(layout.length()));
  }

  /** The condition name of a record type: {@code ICH-VERIFY}. */
  static String condition(RequestType type) {
    return "ICH-" + type.name();
  }

  private static RecordLayout required(Map<RequestType, RecordLayout> layouts, RequestType type) {
    RecordLayout layout = layouts.get(type);
    if (layout == null) {
      throw new IllegalStateException("no layout for " + type);
    }
    return layout;
  }
}
