package org.ichido.testkit.host;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A record as a host program has it in its working storage: fields by the names of the copybooks, a
 * MOVE pads or fails. Mutable, for one thread, like the storage it stands for.
 */
public final class HostRecord {
  private static final Pattern ITEM =
      Pattern.compile("\\s*\\d\\d\\s+([A-Z0-9-]+)\\s+PIC ([X9])\\((\\d+)\\)\\.");

  private record Field(int offset, int length, boolean numeric) {}

  private final String body;
  private final Map<String, Field> fields = new LinkedHashMap<>();
  private final char[] storage;

  /**
   * A record of spaces, and zeros in its numeric fields.
   *
   * @param body the copybook after the header, such as {@code ICHVFQ}
   */
  public HostRecord(String body) {
    this.body = body;
    int length = read(body, read("ICHHDR", 0));
    storage = new char[length];
    Arrays.fill(storage, ' ');
    fields.forEach(
        (name, field) -> {
          if (field.numeric()) {
            Arrays.fill(storage, field.offset(), field.offset() + field.length(), '0');
          }
        });
  }

  private HostRecord() {
    body = "";
    storage = new char[read("ICHHDR", 0)];
  }

  /**
   * Reads a message, character by character.
   *
   * @param body the copybook after the header
   * @param bytes a message
   * @param charset its characters
   * @return the record in it
   */
  public static HostRecord of(String body, byte[] bytes, Charset charset) {
    HostRecord record = new HostRecord(body);
    String text = new String(bytes, charset);
    if (text.length() != record.storage.length) {
      throw new IllegalArgumentException(
          "%s has %d characters, but %d came"
              .formatted(body, record.storage.length, text.length()));
    }
    text.getChars(0, text.length(), record.storage, 0);
    return record;
  }

  /**
   * Reads the reply to this request by its copybook.
   *
   * @param bytes a message that answers this record
   * @param charset its characters
   * @return the record in it
   */
  public HostRecord reply(byte[] bytes, Charset charset) {
    if (!body.endsWith("Q")) {
      throw new IllegalStateException(body + " is the copybook of no request");
    }
    return of(RecordType.of(get("ICH-RECORD-TYPE")).replyBody(), bytes, charset);
  }

  /**
   * @param bytes a message, of which only the header is looked at
   * @param charset its characters
   * @return the header in it
   */
  public static HostRecord headerOf(byte[] bytes, Charset charset) {
    HostRecord header = new HostRecord();
    String text = new String(bytes, charset);
    if (text.length() < header.storage.length) {
      throw new IllegalArgumentException("no header: only " + text.length() + " characters came");
    }
    text.getChars(0, header.storage.length, header.storage, 0);
    return header;
  }

  /**
   * MOVE: text to the left with spaces, digits to the right with zeros.
   *
   * @param name the field
   * @param value what fits into it
   * @return this record
   */
  public HostRecord move(String name, String value) {
    Field field = field(name);
    if (value.length() > field.length()) {
      throw new IllegalArgumentException(
          name + " holds " + field.length() + " characters, not " + value.length());
    }
    int start = field.offset() + (field.numeric() ? field.length() - value.length() : 0);
    Arrays.fill(
        storage, field.offset(), field.offset() + field.length(), field.numeric() ? '0' : ' ');
    value.getChars(0, value.length(), storage, start);
    return this;
  }

  /**
   * @param name the field
   * @param day goes there as YYYYMMDD
   * @return this record
   */
  public HostRecord move(String name, LocalDate day) {
    return move(name, JapanTime.of(day));
  }

  /**
   * @param name the field
   * @param time goes there as the copybooks have it, to the millisecond, in Japan's time
   * @return this record
   */
  public HostRecord move(String name, Instant time) {
    return move(name, JapanTime.of(time));
  }

  /**
   * @param customer whom the header names from now on
   * @return this record
   */
  public HostRecord about(Customer customer) {
    return move("ICH-CONTRACT", customer.contract()).move("ICH-USER", customer.user());
  }

  /**
   * @param name the field
   * @return its value without the spaces at its end
   */
  public String get(String name) {
    Field field = field(name);
    return new String(storage, field.offset(), field.length()).stripTrailing();
  }

  /**
   * @param name a numeric field
   * @return its value
   */
  public long number(String name) {
    return Long.parseLong(get(name));
  }

  /**
   * @param name a field of YYYYMMDD
   * @return the day; empty for zeros
   */
  public Optional<LocalDate> day(String name) {
    return JapanTime.date(get(name));
  }

  /**
   * @param name a field that holds a time as ICH-SENT-AT does
   * @return the time; empty for zeros
   */
  public Optional<Instant> time(String name) {
    return JapanTime.time(get(name));
  }

  /**
   * @param name the field
   * @return where it begins, in characters, which are as many bytes
   */
  public int offset(String name) {
    return field(name).offset();
  }

  /**
   * @return how many characters the record has
   */
  public int length() {
    return storage.length;
  }

  /**
   * @param charset the host's characters
   * @return the record as a message
   */
  public byte[] bytes(Charset charset) {
    return new String(storage).getBytes(charset);
  }

  private Field field(String name) {
    Field field = fields.get(name);
    if (field == null) {
      throw new IllegalArgumentException("no field " + name + " in " + fields.keySet());
    }
    return field;
  }

  private int read(String copybook, int start) {
    int offset = start;
    try (InputStream in = HostRecord.class.getResourceAsStream(copybook + ".cpy")) {
      if (in == null) {
        throw new IllegalArgumentException("no copybook " + copybook);
      }
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher item = ITEM.matcher(line);
        if (item.matches()) {
          int length = Integer.parseInt(item.group(3));
          fields.put(item.group(1), new Field(offset, length, item.group(2).equals("9")));
          offset += length;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return offset;
  }
}
