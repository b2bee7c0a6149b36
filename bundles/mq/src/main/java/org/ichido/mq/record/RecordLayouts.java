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
  private static final String EVENT = "ICHEVT";
  private static final String DEBIT = "ICHDBQ";
  private static final String DEBIT_REPLY = "ICHDBR";

  private final RecordLayout header;
  private final Map<RequestType, RecordLayout> requests = new EnumMap<>(RequestType.class);
  private final Map<RequestType, RecordLayout> replies = new EnumMap<>(RequestType.class);

  private final RecordLayout event;
  private final RecordLayout debit;
  private final RecordLayout debitReply;

  private RecordLayouts() {
    List<RecordField> head = read(HEADER);
    header = RecordLayout.of("header", List.of(head));
    event = RecordLayout.of("event", List.of(head, read(EVENT)));
    debit = RecordLayout.of("debit request", List.of(head, read(DEBIT)));
    debitReply = RecordLayout.of("debit reply", List.of(head, read(DEBIT_REPLY)));
    for (RequestType type : RequestType.values()) {
      if (type.asks()) {
        put(type, Books.of(type), head);
      }
    }
  }

  private void put(RequestType type, Books books, List<RecordField> head) {
    String name = type.plainName().replace('-', ' ');
    requests.put(type, RecordLayout.of(name + " request", List.of(head, read(books.request()))));
    replies.put(type, RecordLayout.of(name + " reply", List.of(head, read(books.reply()))));
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

  /** The copybooks of a type: what asks, and what answers. */
  private record Books(String request, String reply) {
    /** A new type does not compile until it has its copybooks. */
    static Books of(RequestType type) {
      return switch (type) {
        case VERIFY -> new Books("ICHVFQ", "ICHVFR");
        case NEXT -> new Books("ICHNXQ", "ICHNXR");
        case ISSUE -> new Books("ICHISQ", "ICHACR");
        case REISSUE -> new Books("ICHRIQ", "ICHACR");
        case CONFIRM -> new Books("ICHCFQ", "ICHVFR");
        case REVOKE_BY_USER -> new Books("ICHUAQ", "ICHACR");
        case UNLOCK_BY_USER -> new Books("ICHUAQ", "ICHACR");
        case CANCEL -> new Books("ICHOGQ", "ICHACR");
        case REGISTER_DEVICE -> new Books("ICHHRQ", "ICHACR");
        case SKIP_REGISTRATION -> new Books("ICHOPQ", "ICHACR");
        case UNLOCK -> new Books("ICHOPQ", "ICHACR");
        case REVOKE -> new Books("ICHOPQ", "ICHACR");
        case SUSPEND -> new Books("ICHOPQ", "ICHACR");
        case LIFT_SUSPENSION -> new Books("ICHOPQ", "ICHACR");
        case RELEASE_DOWNLOADS -> new Books("ICHOPQ", "ICHACR");
        case RESYNCHRONISE -> new Books("ICHRSQ", "ICHACR");
        case APPROVE -> new Books("ICHAPQ", "ICHACR");
        case DESCRIBE -> new Books("ICHDSQ", "ICHDSR");
        case PLACE_ORDER -> new Books("ICHODQ", "ICHACR");
        case SHIP_ORDER -> new Books("ICHONQ", "ICHACR");
        case RETURN_ORDER -> new Books("ICHONQ", "ICHACR");
        case CANCEL_ORDER -> new Books("ICHONQ", "ICHACR");
        case SETTLE_FEE -> new Books("ICHONQ", "ICHACR");
        case UNLOCK_DEVICE -> new Books("ICHHSQ", "ICHACR");
        case ACTIVATE -> new Books("ICHATQ", "ICHATR");
        case RENAME -> new Books("ICHRNQ", "ICHACR");
        case RENEW -> new Books("ICHRWQ", "ICHACR");
        case OPEN_CONTRACT -> new Books("ICHCTQ", "ICHACR");
        case CLOSE_CONTRACT -> new Books("ICHCTQ", "ICHACR");
        case CHANGE_METHOD -> new Books("ICHCTQ", "ICHACR");
        case MOVE_BRANCH -> new Books("ICHCTQ", "ICHACR");
        case CHANGE_ACCOUNT -> new Books("ICHCTQ", "ICHACR");
        case ADD_USER -> new Books("ICHUSQ", "ICHACR");
        case REMOVE_USER -> new Books("ICHUSQ", "ICHACR");
        case CHANGE_ROLE -> new Books("ICHUSQ", "ICHACR");
        case OPEN_BUSINESS -> new Books("ICHOPQ", "ICHBDR");
        case CLOSE_BUSINESS -> new Books("ICHOPQ", "ICHBDR");
        case TOTALS -> new Books("ICHDTQ", "ICHDTR");
        case COUNT_CHECK -> new Books("ICHCCQ", "ICHCCR");
        case RESEND_EVENTS -> new Books("ICHSNQ", "ICHSNR");
        case COMPARE_BOOKS -> new Books("ICHFBQ", "ICHFBR");
        case INQUIRE -> new Books("ICHOGQ", "ICHIQR");
        case ECHO -> new Books("ICHECQ", "ICHECR");
        case DEBIT_REPLY -> throw new IllegalArgumentException("asks nothing: " + type);
      };
    }
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
   * @return what core banking is told
   */
  public RecordLayout event() {
    return event;
  }

  /**
   * @return what core banking is asked about a fee
   */
  public RecordLayout debit() {
    return debit;
  }

  /**
   * @return what core banking answers to that
   */
  public RecordLayout debitReply() {
    return debitReply;
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

  /** The condition name of a record type: {@code ICH-REVOKE-BY-USER}. */
  static String condition(RequestType type) {
    return "ICH-" + type.name().replace('_', '-');
  }

  private static RecordLayout required(Map<RequestType, RecordLayout> layouts, RequestType type) {
    RecordLayout layout = layouts.get(type);
    if (layout == null) {
      throw new IllegalStateException("no layout for " + type);
    }
    return layout;
  }
}
