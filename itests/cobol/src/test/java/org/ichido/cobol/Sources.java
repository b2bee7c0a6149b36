package org.ichido.cobol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The copybooks that are handed out, and the programs of this module. */
final class Sources {
  static final Path COPYBOOKS = directory("ichido.copybooks");
  static final Path PROGRAMS = directory("ichido.programs");
  static final Path SAMPLES = COPYBOOKS.resolve("samples");

  private Sources() {}

  private static Path directory(String property) {
    String directory = System.getProperty(property);
    if (directory == null) {
      throw new IllegalStateException("run by Maven, which sets " + property);
    }
    return Path.of(directory);
  }

  /** The names of all copybooks, in order. */
  static List<String> copybooks() {
    return in(COPYBOOKS, ".cpy").stream().map(Sources::name).toList();
  }

  /** The names of all samples, such as {@code VRFY-Q}. */
  static List<String> samples() {
    return in(SAMPLES, ".txt").stream().map(Sources::name).toList();
  }

  /** A sample as COBOL has it: its characters are those of ASCII. */
  static byte[] sample(String name) {
    try {
      return Files.readAllBytes(SAMPLES.resolve(name + ".txt"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The programs and their copybook. */
  static List<Path> programs() {
    return Stream.concat(in(PROGRAMS, ".cob").stream(), in(PROGRAMS, ".cpy").stream()).toList();
  }

  /** What a pattern finds in a source, but for its lines of comment. */
  static List<MatchResult> find(Path source, Pattern pattern) {
    StringBuilder code = new StringBuilder();
    lines(source).stream()
        .filter(line -> line.length() < 7 || line.charAt(6) != '*')
        .forEach(line -> code.append(line).append('\n'));
    return pattern.matcher(code).results().toList();
  }

  static List<String> lines(Path source) {
    try {
      return Files.readAllLines(source, StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException(source.toString(), e);
    }
  }

  private static List<Path> in(Path directory, String ending) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(0, name.indexOf('.'));
  }
}
