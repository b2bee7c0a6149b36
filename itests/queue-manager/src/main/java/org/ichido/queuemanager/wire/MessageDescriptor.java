package org.ichido.queuemanager.wire;

import java.util.Arrays;

/**
 * The message descriptor. Kept in version 2, given in the version that is asked for; a field that
 * nobody sets stays as it was put. For one thread.
 */
public final class MessageDescriptor {
  private static final int VERSION_1 = 324;
  private static final int VERSION_2 = 364;

  private final Fields fields;
  private final int version;

  private MessageDescriptor(Fields fields, int version) {
    this.fields = fields;
    this.version = version;
  }

  /**
   * @param body where one stands
   * @param at its offset
   * @return a copy
   * @throws Refusal 2026 if there is none
   */
  public static MessageDescriptor read(Fields body, int at) throws Refusal {
    if (body.length() < at + VERSION_1 || !body.text(at, 4).equals("MD")) {
      throw new Refusal(Reason.DESCRIPTOR_ERROR);
    }
    if (body.number(at + 4) == 2) {
      return new MessageDescriptor(body.part(at, VERSION_2), 2);
    }
    Fields fields = Fields.zeros(VERSION_2).bytes(0, body.bytes(at, VERSION_1));
    fields.number(4, 2).number(348, 1).number(360, -1);
    return new MessageDescriptor(fields, 1);
  }

  /**
   * @return that of a message which a test puts: no format, not persistent, priority 0
   */
  public static MessageDescriptor blank() {
    Fields fields = Fields.zeros(VERSION_2).text(0, 4, "MD").number(4, 2);
    fields.number(12, 8).number(16, -1).number(24, 273).number(28, 819).text(32, 8, "");
    fields.text(100, 96, "").text(196, 12, "").text(240, 32, "").text(276, 48, "");
    fields.number(348, 1).number(360, -1);
    return new MessageDescriptor(fields, 2);
  }

  /**
   * @return in bytes, as it was read
   */
  public int length() {
    return version == 1 ? VERSION_1 : VERSION_2;
  }

  /**
   * @param like whose version is wanted
   * @return the bytes in that version
   */
  public Fields as(MessageDescriptor like) {
    return as(like.version);
  }

  /**
   * @param wanted 1 or 2
   * @return the bytes in that version
   */
  public Fields as(int wanted) {
    return fields.part(0, wanted == 1 ? VERSION_1 : VERSION_2).number(4, wanted);
  }

  /**
   * @return a copy
   */
  public MessageDescriptor copy() {
    return new MessageDescriptor(fields.copy(), version);
  }

  /**
   * @param field which
   * @return its value
   */
  public int number(NumberField field) {
    return fields.number(field.at);
  }

  /**
   * @param field which
   * @param value its value
   */
  public void number(NumberField field, int value) {
    fields.number(field.at, value);
  }

  /**
   * @param field which
   * @return its value without the blanks behind it
   */
  public String text(TextField field) {
    return fields.text(field.at, field.length);
  }

  /**
   * @param field which
   * @param value its value
   */
  public void text(TextField field, String value) {
    fields.text(field.at, field.length, value);
  }

  /**
   * @param field which
   * @return its value
   */
  public byte[] id(IdField field) {
    return fields.bytes(field.at, field.length);
  }

  /**
   * @param field which
   * @param value its value
   */
  public void id(IdField field, byte[] value) {
    fields.bytes(field.at, value);
  }

  /**
   * @param field which
   * @return whether it is all zeros, which as a wish means any
   */
  public boolean isZero(IdField field) {
    return Arrays.equals(id(field), new byte[field.length]);
  }

  /**
   * @param source whose fields from user to identity data are taken
   */
  public void takeIdentity(MessageDescriptor source) {
    fields.bytes(196, source.fields.bytes(196, 76));
  }

  /**
   * @param source whose fields from application type to origin data are taken
   */
  public void takeOrigin(MessageDescriptor source) {
    fields.bytes(272, source.fields.bytes(272, 52));
  }

  /** A field of four bytes. */
  public enum NumberField {
    REPORT(8),
    TYPE(12),
    EXPIRY(16),
    FEEDBACK(20),
    ENCODING(24),
    CCSID(28),
    PRIORITY(40),
    PERSISTENCE(44),
    BACKOUT_COUNT(96),
    APPLICATION_TYPE(272);

    private final int at;

    NumberField(int at) {
      this.at = at;
    }
  }

  /** A field of text. */
  public enum TextField {
    FORMAT(32, 8),
    REPLY_QUEUE(100, 48),
    REPLY_QUEUE_MANAGER(148, 48),
    USER(196, 12),
    IDENTITY_DATA(240, 32),
    APPLICATION_NAME(276, 28),
    PUT_DATE(304, 8),
    PUT_TIME(312, 8),
    ORIGIN_DATA(320, 4);

    private final int at;
    private final int length;

    TextField(int at, int length) {
      this.at = at;
      this.length = length;
    }
  }

  /** A field of bytes that are compared, never read. */
  public enum IdField {
    MESSAGE(48, 24),
    CORRELATION(72, 24),
    ACCOUNTING(208, 32),
    GROUP(324, 24);

    private final int at;
    private final int length;

    IdField(int at, int length) {
      this.at = at;
      this.length = length;
    }
  }
}
