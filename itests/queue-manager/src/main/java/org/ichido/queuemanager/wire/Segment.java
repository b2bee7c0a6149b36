package org.ichido.queuemanager.wire;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;

/**
 * What goes over the socket in one piece: a transmission header and a body.
 *
 * @param header which header it has
 * @param conversation whose it is; 0 with a header that does not say
 * @param request what a reply must repeat; 0 with a header that does not say
 * @param type what the body is
 * @param flags the control flags
 * @param unit the eight bytes that every answer repeats
 * @param body all behind the header
 */
public record Segment(
    Header header,
    int conversation,
    int request,
    SegmentType type,
    int flags,
    Fields unit,
    Fields body) {
  public static final int CONFIRM = 0x01;
  public static final int ERROR = 0x02;
  public static final int CLOSE_CHANNEL = 0x08;
  public static final int FIRST = 0x10;
  public static final int LAST = 0x20;

  private static final int LONGEST = 1 << 20;
  private static final int BIG_ENDIAN = 1;
  private static final int ENCODING = 273;
  private static final int CCSID = 819;

  /** The eye-catcher and the length of a transmission header. */
  public enum Header {
    PLAIN("TSH ", 28),
    MULTIPLEXED("TSHM", 36),
    ACTION("TSHC", 28);

    private final String eye;
    private final int length;

    Header(String eye, int length) {
      this.eye = eye;
      this.length = length;
    }

    /**
     * @return in bytes
     */
    public int length() {
      return length;
    }
  }

  /**
   * Waits for a segment.
   *
   * @param in where from
   * @return its bytes
   * @throws EOFException if the other side is gone
   * @throws IOException if the bytes are no segment
   */
  public static byte[] read(DataInputStream in) throws IOException {
    byte[] start = in.readNBytes(8);
    if (start.length < 8) {
      throw new EOFException();
    }
    Header header = header(Fields.of(start));
    int length = Fields.of(start).number(4);
    if (length < header.length || length > LONGEST) {
      throw new MalformedException("segment of " + length + " bytes");
    }
    byte[] whole = Arrays.copyOf(start, length);
    in.readFully(whole, 8, length - 8);
    return whole;
  }

  /**
   * @param bytes of a whole segment
   * @return the segment
   * @throws MalformedException if the queue manager cannot read it
   */
  public static Segment of(byte[] bytes) throws MalformedException {
    Fields whole = Fields.of(bytes);
    return parse(header(whole), whole.from(8));
  }

  private static Header header(Fields start) throws MalformedException {
    String eye = new String(start.bytes(0, 4), Fields.CHARSET);
    return Arrays.stream(Header.values())
        .filter(known -> known.eye.equals(eye))
        .findFirst()
        .orElseThrow(() -> new MalformedException("no transmission header"));
  }

  private static Segment parse(Header header, Fields rest) throws MalformedException {
    boolean multiplexed = header == Header.MULTIPLEXED;
    int common = multiplexed ? 8 : 0;
    if (rest.oneByte(common) != BIG_ENDIAN) {
      throw new MalformedException("only big-endian clients are understood");
    }
    return new Segment(
        header,
        multiplexed ? rest.number(0) : 0,
        multiplexed ? rest.number(4) : 0,
        SegmentType.of(rest.oneByte(common + 1)),
        rest.oneByte(common + 2),
        rest.part(common + 4, 8),
        rest.from(common + 20));
  }

  /**
   * @param flag one of the control flags
   * @return whether it is set
   */
  public boolean has(int flag) {
    return (flags & flag) != 0;
  }

  /**
   * @param newType its type
   * @param newFlags its control flags
   * @param newBody its body
   * @return a segment to the same conversation and request
   */
  public Segment with(SegmentType newType, int newFlags, Fields newBody) {
    return new Segment(header, conversation, request, newType, newFlags, unit, newBody);
  }

  /**
   * @return as on the wire
   */
  public byte[] encode() {
    Fields bytes = Fields.zeros(header.length + body.length());
    bytes.text(0, 4, header.eye).number(4, bytes.length());
    int common = 8;
    if (header == Header.MULTIPLEXED) {
      bytes.number(8, conversation).number(12, request);
      common = 16;
    }
    bytes
        .oneByte(common, BIG_ENDIAN)
        .oneByte(common + 1, type.code())
        .oneByte(common + 2, flags)
        .bytes(common + 4, unit.toBytes())
        .number(common + 12, ENCODING)
        .twoBytes(common + 16, CCSID)
        .bytes(header.length, body.toBytes());
    return bytes.toBytes();
  }
}
