package org.ichido.mq;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.Optional;

/**
 * The command Inquire Queue in IBM's programmable command format (PCF), as bytes, and its answer.
 * Structures and numbers are those of IBM's manual, "PCF command messages": a header MQCFH, then
 * parameters MQCFST (a name), MQCFIN (a number) and MQCFIL (numbers).
 */
final class QueueInquiry {
  /** MQFMT_ADMIN. */
  static final String FORMAT = "MQADMIN ";

  /** MQENC_NATIVE of Java: big-endian. */
  static final int ENCODING = 273;

  /** The set of the names. */
  static final int CCSID = 819;

  private static final int MQCFT_COMMAND = 1;
  private static final int MQCFT_INTEGER = 3;
  private static final int MQCFT_STRING = 4;
  private static final int MQCFT_INTEGER_LIST = 5;
  private static final int MQCFH_STRUC_LENGTH = 36;
  private static final int MQCFH_VERSION_1 = 1;
  private static final int MQCMD_INQUIRE_Q = 13;
  private static final int MQCFC_LAST = 1;
  private static final int MQIACF_Q_ATTRS = 1002;
  private static final int MQIA_BACKOUT_THRESHOLD = 22;
  private static final int MQCA_BACKOUT_REQ_Q_NAME = 2019;
  private static final int MQCA_Q_NAME = 2016;

  /** MQCFST before its string, and MQCFIN; MQCFIL before its numbers is 16 bytes as well. */
  private static final int STRING_HEADER = 20;

  private static final int LIST_HEADER = 16;

  private QueueInquiry() {}

  /**
   * What a queue is defined like.
   *
   * @param queue its name
   * @param backoutThreshold BOTHRESH; 0 for none
   * @param backoutQueue BOQNAME; empty for none
   */
  record Attributes(String queue, int backoutThreshold, String backoutQueue) {}

  /**
   * An answer.
   *
   * @param reason 0, or why there are no attributes
   * @param attributes if the command was done
   */
  record Answer(int reason, Optional<Attributes> attributes) {}

  /**
   * @param queue a name of up to 48 characters
   * @return the command that asks for its backout threshold and its backout queue
   */
  static byte[] command(String queue) {
    byte[] name = queue.getBytes(US_ASCII);
    int padded = (name.length + 3) / 4 * 4;
    return ByteBuffer.allocate(MQCFH_STRUC_LENGTH + STRING_HEADER + padded + LIST_HEADER + 8)
        .putInt(MQCFT_COMMAND)
        .putInt(MQCFH_STRUC_LENGTH)
        .putInt(MQCFH_VERSION_1)
        .putInt(MQCMD_INQUIRE_Q)
        .putInt(1)
        .putInt(MQCFC_LAST)
        .putInt(0)
        .putInt(0)
        .putInt(2)
        .putInt(MQCFT_STRING)
        .putInt(STRING_HEADER + padded)
        .putInt(MQCA_Q_NAME)
        .putInt(0)
        .putInt(name.length)
        .put(name)
        .position(MQCFH_STRUC_LENGTH + STRING_HEADER + padded)
        .putInt(MQCFT_INTEGER_LIST)
        .putInt(LIST_HEADER + 8)
        .putInt(MQIACF_Q_ATTRS)
        .putInt(2)
        .putInt(MQIA_BACKOUT_THRESHOLD)
        .putInt(MQCA_BACKOUT_REQ_Q_NAME)
        .array();
  }

  /**
   * @param data an answer as it came, in either byte order: nobody converted it
   * @param names the set of the names in it
   * @return what it says; empty if it is no answer to such a command
   */
  static Optional<Answer> read(byte[] data, Charset names) {
    ByteBuffer buffer = ByteBuffer.wrap(data);
    try {
      if (buffer.getInt(0) >>> 16 != 0) {
        buffer.order(ByteOrder.LITTLE_ENDIAN);
      }
      int command = buffer.getInt(12);
      int reason = buffer.getInt(28);
      int parameters = buffer.getInt(32);
      if (command != MQCMD_INQUIRE_Q) {
        return Optional.empty();
      }
      return Optional.of(
          new Answer(
              reason,
              reason == 0 ? attributes(buffer, parameters, names) : Optional.<Attributes>empty()));
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static Optional<Attributes> attributes(ByteBuffer buffer, int parameters, Charset names) {
    String queue = "";
    String backoutQueue = "";
    int threshold = -1;
    int at = MQCFH_STRUC_LENGTH;
    for (int n = 0; n < parameters; n++) {
      int type = buffer.getInt(at);
      int parameter = buffer.getInt(at + 8);
      if (type == MQCFT_INTEGER && parameter == MQIA_BACKOUT_THRESHOLD) {
        threshold = buffer.getInt(at + 12);
      } else if (type == MQCFT_STRING && parameter == MQCA_Q_NAME) {
        queue = text(buffer, at, names);
      } else if (type == MQCFT_STRING && parameter == MQCA_BACKOUT_REQ_Q_NAME) {
        backoutQueue = text(buffer, at, names);
      }
      int length = buffer.getInt(at + 4);
      if (length <= 0) {
        return Optional.empty();
      }
      at += length;
    }
    return threshold < 0
        ? Optional.empty()
        : Optional.of(new Attributes(queue, threshold, backoutQueue));
  }

  private static String text(ByteBuffer buffer, int at, Charset names) {
    int length = buffer.getInt(at + 16);
    if (length < 0 || length > buffer.capacity()) {
      throw new BufferUnderflowException();
    }
    byte[] bytes = new byte[length];
    buffer.get(at + STRING_HEADER, bytes);
    return new String(bytes, names).strip();
  }
}
