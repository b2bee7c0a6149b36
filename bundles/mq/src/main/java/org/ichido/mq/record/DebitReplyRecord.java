package org.ichido.mq.record;

import java.util.Optional;
import org.ichido.spi.transport.DebitMessage;
import org.ichido.spi.transport.DebitReply;

/** Reads what core banking answers about a fee. What is refused is named by its field. */
final class DebitReplyRecord {
  private static final String RESPONSE = "ICH-RESPONSE-CODE";
  private static final String RESULT = "ICH-FEE-RESULT";
  private static final String BOOKING = "ICH-BOOKING-NUMBER";

  private DebitReplyRecord() {}

  /** The code by which core banking says that it cannot say now. */
  static Optional<String> later(HostRecord record) throws BadRecord {
    String code = record.get(RESPONSE);
    return switch (code.charAt(0)) {
      case '0', '1' -> Optional.empty();
      case '2', '9' -> Optional.of(code);
      default -> throw BadRecord.field(ReasonCode.FIELD_VALUE, RESPONSE);
    };
  }

  static DebitReply read(Incoming incoming, HostRecord record) throws BadRecord {
    DebitMessage.Subject subject =
        Fields.constant(record, "ICH-FEE-REPLY-SUBJECT", DebitMessage.Subject.class);
    DebitReply.Result result = Fields.constant(record, RESULT, DebitReply.Result.class);
    boolean about =
        record.is("ICH-DEBIT-INQUIRY")
            || record.is(subject == DebitMessage.Subject.DEBIT ? "ICH-DEBIT" : "ICH-REFUND");
    if (!about) {
      throw BadRecord.field(ReasonCode.FIELD_VALUE, "ICH-FEE-REPLY-SUBJECT");
    }
    if (result == DebitReply.Result.NEVER_SEEN && !record.is("ICH-DEBIT-INQUIRY")) {
      // Whoever answers a request has seen it.
      throw BadRecord.field(ReasonCode.FIELD_VALUE, RESULT);
    }
    return new DebitReply(
        Fields.bank(incoming),
        subject,
        Fields.order(record, "ICH-FEE-REPLY-ORDER"),
        result,
        booking(record, result),
        Integer.parseInt(record.get("ICH-FEE-REPLY-YEN")));
  }

  private static Optional<String> booking(HostRecord record, DebitReply.Result result)
      throws BadRecord {
    if (result == DebitReply.Result.BOOKED) {
      return Optional.of(Fields.value(record, BOOKING, DebitReplyRecord::visible));
    }
    if (record.view(BOOKING).length() > 0) {
      throw BadRecord.field(ReasonCode.FIELD_VALUE, BOOKING);
    }
    return Optional.empty();
  }

  private static String visible(String number) {
    if (!number.chars().allMatch(c -> c > ' ' && c <= '~')) {
      throw new IllegalArgumentException(BOOKING);
    }
    return number;
  }
}
