package org.ichido.cobol;

import java.util.List;

/**
 * Writes a program that says of every record what only its compiler knows: how long it is, where a
 * field lies, what a condition name makes of it and which ones hold then; and that shows the fields
 * of a message by their names. A copybook that is new is in it without anybody's doing.
 */
final class ProbeSource {
  private final StringBuilder source = new StringBuilder();
  private int paragraphs;

  private ProbeSource() {}

  static String of(List<Copybook> books) {
    ProbeSource probe = new ProbeSource();
    probe.data(books);
    probe.line("       PROCEDURE DIVISION.");
    probe.line("       MAIN-PART.");
    probe.line("           PERFORM UNTIL BD-END");
    probe.line("               CALL 'BANKCARD' USING BANK-DATA");
    probe.line("               EVALUATE TRUE");
    probe.line("                   WHEN BD-ASK");
    probe.line("                       PERFORM PROBE");
    probe.line("                       DISPLAY 'END'");
    probe.line("                   WHEN BD-GOT");
    probe.line("                       PERFORM SHOW");
    probe.line("                       DISPLAY 'END'");
    probe.line("               END-EVALUATE");
    probe.line("           END-PERFORM");
    probe.line("           GOBACK.");
    probe.line("       PROBE.");
    books.forEach(book -> probe.line("           PERFORM PROBE-" + book.name()));
    probe.line("           CONTINUE.");
    probe.show(books);
    books.forEach(probe::probe);
    return probe.source.toString();
  }

  private void data(List<Copybook> books) {
    line("       IDENTIFICATION DIVISION.");
    line("       PROGRAM-ID. PROBE.");
    line("       DATA DIVISION.");
    line("       WORKING-STORAGE SECTION.");
    line("       01  BANK-DATA.");
    line("           COPY BANKDATA.");
    line("       01  SEVEN                              PIC 9(1) VALUE 7.");
    for (Copybook book : books) {
      line("       01  R-" + book.name() + ".");
      line("           COPY ICHHDR.");
      if (!book.name().equals(Probe.HEADER)) {
        line("           COPY " + book.name() + ".");
      }
    }
  }

  /** The card TEXT says which copybook the body is. */
  private void show(List<Copybook> books) {
    line("       SHOW.");
    line("           EVALUATE BD-TEXT");
    for (Copybook book : books) {
      line("               WHEN '" + book.name() + "'");
      line("                   PERFORM SHOW-" + book.name());
    }
    line("           END-EVALUATE.");
    for (Copybook book : books) {
      String record = "R-" + book.name();
      line("       SHOW-" + book.name() + ".");
      line("           MOVE BD-MESSAGE(1:LENGTH OF " + record + ")");
      line("             TO " + record);
      for (Copybook.Field field : book.fields()) {
        line("           DISPLAY 'SHOW " + field.name() + " '");
        line("             " + field.name());
        line("             OF " + record);
      }
      line("           CONTINUE.");
    }
  }

  private void probe(Copybook book) {
    String record = "R-" + book.name();
    line("       PROBE-" + book.name() + ".");
    line("           DISPLAY 'LENGTH " + book.name() + " '");
    line("             LENGTH OF " + record);
    int first = paragraphs;
    paragraphs += book.fields().size();
    int at = first;
    for (Copybook.Field field : book.fields()) {
      filled("PLACE", book, field.name(), "MOVE ALL '7' TO");
      filled("MOVED", book, field.name(), "MOVE SEVEN TO");
      for (String condition : field.conditions()) {
        line("           MOVE SPACES TO " + record);
        line("           SET " + condition);
        line("             OF " + record + " TO TRUE");
        display("SET", book, condition);
        line("           PERFORM HOLDS-" + at);
      }
      at++;
    }
    line("           CONTINUE.");
    at = first;
    for (Copybook.Field field : book.fields()) {
      line("       HOLDS-" + at++ + ".");
      for (String condition : field.conditions()) {
        line("           IF " + condition);
        line("             OF " + record);
        line("               DISPLAY 'HOLDS " + condition + "'");
        line("           END-IF");
      }
      line("           CONTINUE.");
    }
  }

  private void filled(String word, Copybook book, String field, String move) {
    String record = "R-" + book.name();
    line("           MOVE SPACES TO " + record);
    line("           " + move);
    line("             " + field);
    line("             OF " + record);
    display(word, book, field);
  }

  private void display(String word, Copybook book, String name) {
    line("           DISPLAY '" + word + " " + book.name() + " " + name + " '");
    line("             R-" + book.name());
  }

  private void line(String line) {
    source.append(line).append('\n');
  }
}
