package org.ichido.mq.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.ichido.mq.record.RecordField.Picture;
import org.ichido.spi.transport.RequestType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CopybookTest {
  private static final String BEGIN = "       05  ICH-GROUP.\n           10  ICH-A     PIC X(4).\n";

  @Test
  void fieldsFollowEachOtherWithoutGaps() {
    List<RecordField> fields =
        Copybook.parse(
            "TEST.cpy",
            """
                  * A COMMENT

                   05  ICH-GROUP.
                       10  ICH-A                 PIC X(4).
                           88  ICH-A-IS-ONE      VALUE 'ONE'.
                           88  ICH-A-IS-TWO      VALUE 'TWO'.
                       10  ICH-INNER.
                           15  ICH-B             PIC 9(8).
                               88  ICH-B-ZERO    VALUE 0.
                       10  FILLER                PIC X(12).
                   05  ICH-C                     PIC X(1).
            """);
    assertThat(fields)
        .containsExactly(
            new RecordField(
                "ICH-A", Picture.X, 0, 4, Map.of("ICH-A-IS-ONE", "ONE", "ICH-A-IS-TWO", "TWO")),
            new RecordField("ICH-B", Picture.NINE, 4, 8, Map.of("ICH-B-ZERO", "0")),
            new RecordField("FILLER", Picture.X, 12, 12, Map.of()),
            new RecordField("ICH-C", Picture.X, 24, 1, Map.of()));
  }

  /** Whatever is skipped would move the fields behind it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "           10  ICH-B     PIC S9(4).",
        "           10  ICH-B     PIC 9(4) COMP-3.",
        "           10  ICH-B     PIC 9(4) USAGE DISPLAY.",
        "           10  ICH-B     PIC N(4).",
        "           10  ICH-B     PIC G(4).",
        "           10  ICH-B     PIC XXXX.",
        "           10  ICH-B     PIC X(4) VALUE SPACES.",
        "           10  ICH-B     PIC X(4) OCCURS 3 TIMES.",
        "           10  ICH-B     REDEFINES ICH-A PIC X(4).",
        "           10  ICH-B     PIC X(4)",
        "           10  ICH-B     PIC X(0).",
        "           10  ICH-B     PIC 9(19).",
        "           10  FILLER    PIC 9(4).",
        "           10  ich-b     PIC X(4).",
        "           10  ICH--B    PIC X(4).",
        "           10  ICH-B-    PIC X(4).",
        "           10  ICH-A     PIC X(4).",
        "           10  ICH-A123456789012345678901234567 PIC X(4).",
        "           15  ICH-B     PIC X(4).",
        "           07  ICH-B     PIC X(4).",
        "       01  ICH-B         PIC X(4).",
        "       66  ICH-B         RENAMES ICH-A.",
        "       77  ICH-B         PIC X(4).",
        "               88  ICH-V VALUE 1.",
        "               88  ICH-V VALUE 'TOO LONG'.",
        "               88  ICH-V VALUES 'A' 'B'.",
        "               88  ICH-V VALUE 'A' THRU 'B'.",
        "               88  ICH-A VALUE 'A'.",
        "           COPY ICHHDR.",
        "000100     10  ICH-B     PIC X(4).",
        "      -    10  ICH-B     PIC X(4).",
        "      /",
        "\t   10  ICH-B     PIC X(4).",
        "           10  ICH-ＡＢ    PIC X(4).",
        "           10  ICH-B     PIC X(4).                                      SEQ00010",
        "*",
      })
  void everythingElseIsRefusedWithFileLineAndWords(String line) {
    assertThatThrownBy(() -> Copybook.parse("TEST.cpy", BEGIN + line + "\n"))
        .isInstanceOf(InvalidCopybook.class)
        .hasMessageStartingWith("TEST.cpy line 3: \"" + line.strip() + "\": ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "      * NOTHING BUT A COMMENT\n",
        "       05  ICH-GROUP.\n",
        BEGIN + "       05  ICH-EMPTY.\n",
        "       05  ICH-EMPTY.\n       05  ICH-A PIC X(4).\n",
        "       05  ICH-GROUP.\n           88  ICH-V VALUE 'A'.\n",
        "       05  FILLER.\n           10  ICH-A PIC X(4).\n",
        "       05  FILLER PIC X(4).\n           88  ICH-V VALUE 'A'.\n",
      })
  void emptyAndOddlyBuiltCopybooksAreRefused(String text) {
    assertThatThrownBy(() -> Copybook.parse("TEST.cpy", text)).isInstanceOf(InvalidCopybook.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lower.cpy", "TOOLONGNAME.cpy", "TEST.cob", "1TEST.cpy"})
  void aCopybooksNameFitsEveryLibrary(String file) {
    assertThatThrownBy(() -> Copybook.parse(file, BEGIN)).isInstanceOf(InvalidCopybook.class);
  }

  @Test
  void twoCopybooksOfARecordMayNotShareAName() {
    List<RecordField> part = Copybook.parse("TEST.cpy", BEGIN);
    assertThatThrownBy(() -> RecordLayout.of("twice", List.of(part, part)))
        .hasMessageContaining("ICH-A");
  }

  @Test
  void theShippedRecordsHaveRoundLengths() {
    RecordLayouts layouts = RecordLayouts.load();
    assertThat(layouts.header().length()).isEqualTo(256);
    for (RequestType type : Samples.REQUESTS) {
      assertThat(layouts.request(type).length() % 128).isZero();
      assertThat(layouts.reply(type).length() % 128).isZero();
      assertThat(layouts.request(type).fields().subList(0, layouts.header().fields().size()))
          .isEqualTo(layouts.header().fields());
    }
  }

  /** The header's identifiers are as wide as the API's. */
  @Test
  void identifiersFitTheirFields() {
    RecordLayout header = RecordLayouts.load().header();
    assertThat(header.field("ICH-CONTRACT").length()).isEqualTo(org.ichido.api.ContractId.LONGEST);
    assertThat(header.field("ICH-USER").length()).isEqualTo(org.ichido.api.UserId.LONGEST);
    assertThat(header.field("ICH-REQUEST-ID").length()).isEqualTo(org.ichido.api.RequestId.LONGEST);
    assertThat(RecordLayouts.load().reply(RequestType.DESCRIBE).field("ICH-TOKEN-ID").length())
        .isEqualTo(org.ichido.api.TokenId.LONGEST);
    int reason = header.field("ICH-RESPONSE-REASON").length();
    for (ReasonCode code : ReasonCode.values()) {
      assertThat(code.name()).hasSizeLessThanOrEqualTo(reason);
    }
    for (RequestType type : Samples.REQUESTS) {
      for (RecordField field : RecordLayouts.load().request(type).fields()) {
        assertThat(field.name()).hasSizeLessThanOrEqualTo(reason);
      }
    }
  }
}
