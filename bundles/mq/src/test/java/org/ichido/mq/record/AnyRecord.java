package org.ichido.mq.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.ichido.mq.record.RecordField.Picture;

/**
 * A well-formed record of any copybook there is, with any characters that its CCSID allows. A new
 * copybook comes in by itself.
 */
record AnyRecord(HostRecord record, int ccsid) {
  private static final Path COPYBOOKS = Path.of("../../config/copybooks");
  private static final String HEADER = "ICHHDR.cpy";

  /** The header alone, and the header with each of the bodies. */
  static final List<RecordLayout> LAYOUTS = layouts();

  private static final Map<Integer, String> ALPHABETS =
      HostCharacters.ccsids().stream()
          .collect(Collectors.toMap(ccsid -> ccsid, AnyRecord::alphabet));

  private static String alphabet(int ccsid) {
    return IntStream.rangeClosed(' ', '\uff9f')
        .filter(c -> Samples.set(ccsid).has((char) c))
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private static List<RecordLayout> layouts() {
    try (Stream<Path> files = Files.list(COPYBOOKS)) {
      List<RecordField> header = fields(COPYBOOKS.resolve(HEADER));
      List<RecordLayout> layouts = new ArrayList<>();
      layouts.add(RecordLayout.of(HEADER, List.of(header)));
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(".cpy") && !name.equals(HEADER)) {
          layouts.add(RecordLayout.of(name, List.of(header, fields(file))));
        }
      }
      return List.copyOf(layouts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<RecordField> fields(Path file) throws IOException {
    return Copybook.parse(
        file.getFileName().toString(), Files.readString(file, StandardCharsets.US_ASCII));
  }

  static Arbitrary<AnyRecord> records() {
    return Combinators.combine(
            Arbitraries.of(HostCharacters.ccsids()), Arbitraries.of(LAYOUTS), Arbitraries.longs())
        .as((ccsid, layout, seed) -> filled(layout, ccsid, new Random(seed)));
  }

  private static AnyRecord filled(RecordLayout layout, int ccsid, Random random) {
    HostRecord record = HostRecord.blank(layout);
    for (RecordField field : layout.fields()) {
      if (!field.isFiller()) {
        record = record.with(field.name(), value(field, Samples.set(ccsid), random));
      }
    }
    return new AnyRecord(record, ccsid);
  }

  private static String value(RecordField field, HostCharacters set, Random random) {
    String alphabet = field.picture() == Picture.NINE ? "0123456789" : ALPHABETS.get(set.ccsid());
    StringBuilder value = new StringBuilder();
    for (int length = random.nextInt(field.length() + 1); length > 0; length--) {
      value.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return value.toString().strip();
  }

  byte[] bytes() {
    return record.encode(Samples.set(ccsid));
  }

  @Override
  public String toString() {
    return record + " in " + ccsid;
  }
}
