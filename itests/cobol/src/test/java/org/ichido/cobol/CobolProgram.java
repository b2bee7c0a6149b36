package org.ichido.cobol;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A program of the bank, running. It reads cards and messages, a line each, and writes messages and
 * what it makes of them. Its characters are ASCII and, as on a Japanese machine, half-width kana in
 * one byte. For one thread.
 */
final class CobolProgram implements AutoCloseable {
  /** What the bytes of a program on this machine mean; a record has one byte a character. */
  static final Charset NATIVE = Charset.forName("x-IBM943C");

  private static final int NAME = 20;

  private final String name;
  private final Process process;
  private final OutputStream in;
  private final InputStream out;

  private CobolProgram(String name, Process process) {
    this.name = name;
    this.process = process;
    in = process.getOutputStream();
    out = new BufferedInputStream(process.getInputStream());
  }

  /**
   * @param name the program
   * @param executable what the compiler made
   * @param files its files, by the names of its ASSIGN clauses
   */
  static CobolProgram start(String name, Path executable, Map<String, Path> files)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(executable.toString()).redirectErrorStream(true);
    builder.environment().put("DD_CARDS", "/dev/stdin");
    files.forEach((file, path) -> builder.environment().put("DD_" + file, path.toString()));
    return new CobolProgram(name, builder.start());
  }

  /** Compiles the program and starts it. */
  static CobolProgram run(String name) throws IOException, InterruptedException {
    return start(name, Cobc.program(name), Map.of());
  }

  /** Gives it a card. */
  CobolProgram card(String card, String value) throws IOException {
    return card(card, value.getBytes(NATIVE));
  }

  private CobolProgram card(String card, byte[] value) throws IOException {
    try {
      in.write((card + " ".repeat(NAME - card.length())).getBytes(NATIVE));
      in.write(value);
      in.write('\n');
      in.flush();
    } catch (IOException e) {
      String rest = new String(out.readAllBytes(), NATIVE);
      throw new IOException(name + " takes no more cards; it said last: " + rest, e);
    }
    return this;
  }

  /** Gives it cards, and the last one, which has it build a request. */
  byte[] ask(String recordType, Map<String, String> cards) throws IOException {
    for (Map.Entry<String, String> card : cards.entrySet()) {
      card(card.getKey(), card.getValue());
    }
    return card("ASK", recordType).put();
  }

  /** Gives it a message. */
  CobolProgram give(byte[] message) throws IOException {
    return card("GOT", message);
  }

  /** Gives it a message, and takes the message that it makes of it. */
  byte[] answer(byte[] message) throws IOException {
    return give(message).put();
  }

  /** Gives it a message, and reads what it says about it, by words. */
  Said read(byte[] message) throws IOException {
    return give(message).said();
  }

  private byte[] put() throws IOException {
    byte[] line = line();
    String text = new String(line, NATIVE);
    if (!text.startsWith("PUT ")) {
      throw new IOException(name + " puts no message: " + text);
    }
    return Arrays.copyOfRange(line, 4, line.length);
  }

  /** What it says until it says END. */
  Said said() throws IOException {
    List<String> said = new ArrayList<>();
    for (String line = text(); !line.equals("END"); line = text()) {
      if (!line.startsWith("SAY ")) {
        throw new IOException(name + " says " + line);
      }
      said.add(line.substring(4));
    }
    return new Said(said);
  }

  /** Whole lines until it says END, as they are. */
  List<byte[]> lines() throws IOException {
    List<byte[]> lines = new ArrayList<>();
    for (byte[] line = line(); !new String(line, NATIVE).equals("END"); line = line()) {
      lines.add(line);
    }
    return lines;
  }

  private String text() throws IOException {
    return new String(line(), NATIVE);
  }

  private byte[] line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = out.read(); next != '\n'; next = out.read()) {
      if (next < 0) {
        throw new IOException(name + " ended; it said last: " + line.toString(NATIVE));
      }
      line.write(next);
    }
    return line.toByteArray();
  }

  /** kill -9. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Ends it as the end of its cards does. */
  @Override
  public void close() throws IOException, InterruptedException {
    if (process.isAlive()) {
      in.close();
      String rest = new String(out.readAllBytes(), NATIVE);
      if (process.waitFor() != 0 || !rest.isEmpty()) {
        throw new IOException(name + " ended with " + process.exitValue() + ": " + rest);
      }
    }
  }

  /**
   * What a program says.
   *
   * @param lines a word, and what about it
   */
  record Said(List<String> lines) {
    /** What it says about a word; nothing if it says nothing. */
    String about(String word) {
      return lines.stream()
          .filter(line -> line.startsWith(word + " "))
          .map(line -> line.substring(word.length()).strip())
          .findFirst()
          .orElse("");
    }
  }
}
