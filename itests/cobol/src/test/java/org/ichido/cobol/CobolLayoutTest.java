package org.ichido.cobol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.ichido.evidence.Check;
import org.ichido.mq.record.HostRecord;
import org.ichido.mq.record.RecordLayout;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A COBOL compiler and the codec see the same records in the copybooks. */
@Tag("peers")
class CobolLayoutTest {
  private static final int UTF_8 = 1208;
  private static final Map<String, RecordLayout> CODEC = CodecLayouts.byCopybook();
  private static Probe probe;

  @BeforeAll
  static void compile() throws Exception {
    probe = Probe.run();
  }

  @Test
  void theyKnowTheSameCopybooks() {
    assertThat(probe.shapes.keySet())
        .containsExactlyInAnyOrderElementsOf(CODEC.keySet())
        .containsExactlyInAnyOrderElementsOf(Sources.copybooks());
  }

  @Test
  void everyRecordIsAsLong() throws Exception {
    Check check = CobolEvidence.check("LENGTH OF a record is that of the codec");
    CODEC.forEach(
        (book, layout) -> check.equal(book, layout.length(), probe.shapes.get(book).length()));
    check.done();
  }

  @Test
  void everyFieldLiesInTheSamePlace() throws Exception {
    Check check = CobolEvidence.check("a field lies where it does in the codec");
    CODEC.forEach(
        (book, layout) -> {
          List<Shape.Cell> expected =
              layout.fields().stream()
                  .map(field -> new Shape.Cell(field.name(), field.offset(), field.length()))
                  .toList();
          List<Shape.Cell> seen = probe.shapes.get(book).fields();
          check.equal("fields of " + book, expected.size(), seen.size());
          for (int i = 0; i < Math.min(expected.size(), seen.size()); i++) {
            check.equal(book, expected.get(i), seen.get(i));
          }
        });
    check.done();
  }

  /** A number has zeros before it, text has spaces behind it. */
  @Test
  void aMoveFillsAFieldAlike() throws Exception {
    Check check = CobolEvidence.check("MOVE fills a field as the codec does");
    for (Probe.Moved moved : probe.moved) {
      HostRecord record = HostRecord.blank(CODEC.get(moved.book())).with(moved.field(), "7");
      check.equal(
          moved.book() + " " + moved.field(),
          field(moved.book(), moved.field(), bytes(record)),
          field(moved.book(), moved.field(), moved.record()));
    }
    check.done();
  }

  @Test
  void everyConditionNameSetsTheSameValueAndHoldsAlone() throws Exception {
    Check check = CobolEvidence.check("SET of a condition name is the codec's, no other one holds");
    for (Probe.Condition set : probe.conditions) {
      RecordLayout layout = CODEC.get(set.book());
      String field = layout.fieldOf(set.name()).name();
      HostRecord record = HostRecord.blank(layout).set(set.name());
      check.equal(
          set.book() + " " + set.name(),
          field(set.book(), field, bytes(record)),
          field(set.book(), field, set.record()));
      check.equal(set.book() + " " + set.name() + " holds", List.of(set.name()), set.holding());
    }
    check.done();
    assertThat(probe.conditions).as("condition names").hasSizeGreaterThan(250);
  }

  private static String bytes(HostRecord record) {
    return new String(record.encode(CodecLayouts.characters(UTF_8)), CobolProgram.NATIVE);
  }

  private static String field(String book, String name, String record) {
    Shape shape = probe.shapes.get(book);
    assertThat(record).hasSize(shape.length());
    Shape.Cell field = shape.field(name);
    return record.substring(field.offset(), field.offset() + field.length());
  }
}
