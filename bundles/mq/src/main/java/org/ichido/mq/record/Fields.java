package org.ichido.mq.record;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import org.ichido.api.BankId;
import org.ichido.api.OneTimeCode;
import org.ichido.api.act.ActivationPair;
import org.ichido.api.act.Ciphertext;
import org.ichido.api.order.OrderNumber;

/** Reads the fields of a well-formed record as values; what is refused is named by its field. */
final class Fields {
  /** The code that registers a hard token; all other records call theirs ICH-CODE. */
  static final String DEVICE_CODE = "ICH-DEVICE-CODE";

  private Fields() {}

  static CharSequence required(HostRecord record, String field) throws BadRecord {
    CharSequence text = record.view(field);
    if (text.length() == 0) {
      throw BadRecord.field(ReasonCode.FIELD_MISSING, field);
    }
    return text;
  }

  static Optional<String> optional(HostRecord record, String field) {
    return Optional.of(record.get(field)).filter(text -> !text.isEmpty());
  }

  static <T> T value(HostRecord record, String field, Function<String, T> type) throws BadRecord {
    String text = required(record, field).toString();
    try {
      return type.apply(text);
    } catch (IllegalArgumentException e) {
      throw BadRecord.field(ReasonCode.FIELD_VALUE, field);
    }
  }

  static <T> Optional<T> optional(HostRecord record, String field, Function<String, T> type)
      throws BadRecord {
    return optional(record, field).isEmpty()
        ? Optional.empty()
        : Optional.of(value(record, field, type));
  }

  /** A code; the caller closes it. */
  static OneTimeCode code(HostRecord record, String field) throws BadRecord {
    CharSequence digits = required(record, field);
    try {
      return OneTimeCode.of(digits);
    } catch (IllegalArgumentException e) {
      throw BadRecord.field(ReasonCode.FIELD_VALUE, field);
    }
  }

  /** Y or N; a blank one is missing. */
  static boolean truth(HostRecord record, String field) throws BadRecord {
    return optionalTruth(record, field)
        .orElseThrow(() -> BadRecord.field(ReasonCode.FIELD_MISSING, field));
  }

  static Optional<Boolean> optionalTruth(HostRecord record, String field) throws BadRecord {
    return optional(
        record,
        field,
        text ->
            switch (text) {
              case "Y" -> true;
              case "N" -> false;
              default -> throw new IllegalArgumentException(field);
            });
  }

  /** The number of an order; zeros are none. */
  static OrderNumber order(HostRecord record, String field) throws BadRecord {
    if (Long.parseLong(record.get(field)) == 0) {
      throw BadRecord.field(ReasonCode.FIELD_MISSING, field);
    }
    return value(record, field, digits -> new OrderNumber(Long.parseLong(digits)));
  }

  static LocalDate date(HostRecord record, String field) throws BadRecord {
    return optionalDate(record, field)
        .orElseThrow(() -> BadRecord.field(ReasonCode.FIELD_MISSING, field));
  }

  /** Zeros are no date. */
  static Optional<LocalDate> optionalDate(HostRecord record, String field) throws BadRecord {
    if (Long.parseLong(record.get(field)) == 0) {
      return Optional.empty();
    }
    Optional<LocalDate> date = JapanTime.date(record.view(field));
    if (date.isEmpty()) {
      throw BadRecord.field(ReasonCode.FIELD_VALUE, field);
    }
    return date;
  }

  static Ciphertext ciphertext(HostRecord record, String field) throws BadRecord {
    return value(record, field, text -> new Ciphertext(bytes(text)));
  }

  /** Only the one spelling that such bytes have, so that no two texts mean the same. */
  private static byte[] bytes(String base64) {
    byte[] bytes = Base64.getDecoder().decode(base64);
    if (!Base64.getEncoder().encodeToString(bytes).equals(base64)) {
      throw new IllegalArgumentException("another spelling of base64");
    }
    return bytes;
  }

  /** UTF-8 in base64, so that no conversion can touch it. */
  static Optional<String> base64Text(HostRecord record, String field) throws BadRecord {
    return optional(
        record,
        field,
        text -> {
          try {
            ByteBuffer utf8 = ByteBuffer.wrap(bytes(text));
            return StandardCharsets.UTF_8.newDecoder().decode(utf8).toString();
          } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(field, e);
          }
        });
  }

  static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  static ActivationPair pair(HostRecord record) throws BadRecord {
    String service =
        value(record, "ICH-SERVICE-ID", text -> new ActivationPair(text, "00000000").serviceId());
    return value(record, "ICH-ACTIVATION-USER-ID", user -> new ActivationPair(service, user));
  }

  /** A constant of an enum by its name. */
  static <E extends Enum<E>> E constant(HostRecord record, String field, Class<E> type)
      throws BadRecord {
    return value(record, field, text -> Enum.valueOf(type, text));
  }

  /** The bank of a request, when nothing but the queue says it. */
  static BankId bank(Incoming incoming) {
    return incoming.bank().bank();
  }
}
