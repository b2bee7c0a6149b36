package org.ichido.queuemanager.wire;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes with fields at fixed offsets. Numbers are big-endian; text is in CCSID 819 and padded with
 * blanks. Reading or writing past the end throws {@link IndexOutOfBoundsException}. For one thread.
 */
public final class Fields {
  /** CCSID 819. */
  public static final Charset CHARSET = StandardCharsets.ISO_8859_1;

  private final byte[] bytes;
  private final ByteBuffer buffer;

  private Fields(byte[] bytes) {
    this.bytes = bytes;
    this.buffer = ByteBuffer.wrap(bytes);
  }

  /**
   * @param bytes used as they are, not copied
   * @return their fields
   */
  public static Fields of(byte[] bytes) {
    return new Fields(bytes);
  }

  /**
   * @param length in bytes
   * @return binary zeros
   */
  public static Fields zeros(int length) {
    return new Fields(new byte[length]);
  }

  /**
   * @param parts in their order
   * @return one after the other
   */
  public static Fields join(Fields... parts) {
    ByteBuffer all = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(Fields::length).sum());
    for (Fields part : parts) {
      all.put(part.bytes);
    }
    return new Fields(all.array());
  }

  /**
   * @return how many bytes there are
   */
  public int length() {
    return bytes.length;
  }

  /**
   * @param at offset
   * @return the four bytes there
   */
  public int number(int at) {
    return buffer.getInt(at);
  }

  /**
   * @param at offset
   * @param value four bytes
   * @return this
   */
  public Fields number(int at, int value) {
    buffer.putInt(at, value);
    return this;
  }

  /**
   * @param at offset
   * @return the two bytes there, without sign
   */
  public int twoBytes(int at) {
    return buffer.getShort(at) & 0xFFFF;
  }

  /**
   * @param at offset
   * @param value its lower two bytes
   * @return this
   */
  public Fields twoBytes(int at, int value) {
    buffer.putShort(at, (short) value);
    return this;
  }

  /**
   * @param at offset
   * @return the byte there, without sign
   */
  public int oneByte(int at) {
    return buffer.get(at) & 0xFF;
  }

  /**
   * @param at offset
   * @param value its lower byte
   * @return this
   */
  public Fields oneByte(int at, int value) {
    buffer.put(at, (byte) value);
    return this;
  }

  /**
   * @param at offset
   * @param length of the field
   * @return its text without the blanks or zeros behind it
   */
  public String text(int at, int length) {
    String padded = new String(bytes(at, length), CHARSET);
    int zero = padded.indexOf('\0');
    return (zero < 0 ? padded : padded.substring(0, zero)).stripTrailing();
  }

  /**
   * @param at offset
   * @param length of the field
   * @param value cut or padded with blanks to that length
   * @return this
   */
  public Fields text(int at, int length, String value) {
    byte[] field = new byte[length];
    Arrays.fill(field, (byte) ' ');
    byte[] text = value.getBytes(CHARSET);
    System.arraycopy(text, 0, field, 0, Math.min(length, text.length));
    return bytes(at, field);
  }

  /**
   * @param at offset
   * @param length how many
   * @return a copy
   */
  public byte[] bytes(int at, int length) {
    byte[] copy = new byte[length];
    buffer.get(at, copy);
    return copy;
  }

  /**
   * @param at offset
   * @param value written there
   * @return this
   */
  public Fields bytes(int at, byte[] value) {
    buffer.put(at, value);
    return this;
  }

  /**
   * @param at offset
   * @param length how many
   * @return a copy of that part
   */
  public Fields part(int at, int length) {
    return new Fields(bytes(at, length));
  }

  /**
   * @param at offset
   * @return a copy of all from there on
   */
  public Fields from(int at) {
    return part(at, bytes.length - at);
  }

  /**
   * @return a copy
   */
  public Fields copy() {
    return from(0);
  }

  /**
   * @return a copy of all bytes
   */
  public byte[] toBytes() {
    return bytes.clone();
  }
}
