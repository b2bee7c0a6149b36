package org.ichido.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.ichido.api.BankId;
import org.ichido.spi.notice.Notice;

/** What holds for every notice. */
class LetterLawsTest {
  private static final Session SESSION = Session.getInstance(new Properties());

  private static MimeMessage asRead(Notice notice) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Letter.of(notice, Desk.NOW).message(SESSION).writeTo(bytes);
    return new MimeMessage(SESSION, new ByteArrayInputStream(bytes.toByteArray()));
  }

  private static Notice notice(String id, String sender, String recipient, String subject) {
    return new Notice(new BankId("mirai"), id, sender, recipient, subject, Desk.BODY);
  }

  @Property
  void anyJapaneseIsReadAsItWasWritten(@ForAll("japanese") String text) throws Exception {
    MimeMessage read =
        asRead(
            new Notice(
                new BankId("mirai"), "n-1", Desk.SENDER, Desk.RECIPIENT, "件" + text, text + "\n"));

    assertThat(read.getSubject()).isEqualTo("件" + text);
    assertThat(read.getContent()).isEqualTo(text + "\r\n");
  }

  @Property
  void aFieldWithALineBreakIsRefusedAndNotRepeated(
      @ForAll("brokenLines") String broken, @ForAll("fields") int field) {
    String[] fields = {"n-1", Desk.SENDER, Desk.RECIPIENT, "subject"};
    fields[field] = fields[field].substring(0, 2) + broken + fields[field].substring(2);

    assertThatThrownBy(
            () -> Letter.of(notice(fields[0], fields[1], fields[2], fields[3]), Desk.NOW))
        .isInstanceOf(UnfitNotice.class)
        .hasMessageStartingWith("the notice's ")
        .hasMessageNotContaining("X-Evil");
  }

  /**
   * Whatever the fields hold: what is no mail address and no subject is refused, the rest is safe.
   */
  @Property
  void aLetterHasItsHeadersAndNoOthers(
      @ForAll("anything") String recipient, @ForAll("anything") String subject) throws Exception {
    MimeMessage read;
    try {
      read = asRead(notice("n-1", Desk.SENDER, recipient + "@mirai.jp", subject));
    } catch (UnfitNotice e) {
      Statistics.collect("refused");
      return;
    }
    Statistics.collect("sent");
    assertThat(Collections.list(read.getAllHeaders()))
        .extracting(header -> header.getName())
        .containsExactlyInAnyOrder(
            "Date",
            "From",
            "To",
            "Message-ID",
            "Subject",
            "MIME-Version",
            "Content-Type",
            "Content-Transfer-Encoding",
            "Auto-Submitted");
    assertThat(read.getAllRecipients()).hasSize(1);
    assertThat(read.getSubject().strip()).isEqualTo(subject.strip());
    assertThat(new String(read.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo(Desk.BODY.replace("\n", "\r\n"));
    Statistics.coverage(seen -> seen.check("sent").count(count -> count > 20));
  }

  /** It is all ASCII, so it would go as it is, and mail programs would decode it. */
  @Example
  void aSubjectThatWouldBeShownAsAnotherIsRefused() {
    assertThatThrownBy(
            () ->
                Letter.of(notice("n-1", Desk.SENDER, Desk.RECIPIENT, "=?UTF-8?B?5LuW?="), Desk.NOW))
        .isInstanceOf(UnfitNotice.class)
        .hasMessageStartingWith("the notice's subject would be shown as something else");
  }

  @Example
  void linesOfTheTextMayEndAsInAnyFileAndNothingElseControlsIt() throws Exception {
    assertThat(asRead(text("一\r\n二\r三\n四\t五")).getContent()).isEqualTo("一\r\n二\r\n三\r\n四\t五");
    for (String control : List.of("\0", "\u001b[2J", "\u0085", "\b")) {
      assertThatThrownBy(() -> Letter.of(text("本文" + control), Desk.NOW))
          .isInstanceOf(UnfitNotice.class)
          .hasMessage(
              "the notice's body has a control character that ends no line and is no tabulator");
    }
    assertThatThrownBy(() -> Letter.of(text("半分\ud842"), Desk.NOW))
        .hasMessage("the notice's body has half a character");
  }

  private static Notice text(String body) {
    return new Notice(new BankId("mirai"), "n-1", Desk.SENDER, Desk.RECIPIENT, "件名", body);
  }

  @Example
  void whatIsNoAddressIsRefused() {
    for (String address :
        List.of(
            "",
            "a",
            "a@",
            "@b",
            "a@b@c",
            "<a@b>",
            "a b@c",
            "\"a\"@b",
            "a@-b",
            "a@b.",
            "あ@b.jp",
            "a@日本.jp",
            "a".repeat(65) + "@b.jp",
            "a@" + "b".repeat(64) + ".jp",
            "a@b,c@d")) {
      assertThatThrownBy(
              () -> Letter.of(notice("n-1", Desk.SENDER, address, "件名"), Desk.NOW), address)
          .isInstanceOf(UnfitNotice.class)
          .hasMessage("the notice's recipient is no mail address");
      assertThatThrownBy(
              () -> Letter.of(notice("n-1", address, Desk.RECIPIENT, "件名"), Desk.NOW), address)
          .hasMessage("the notice's sender is no mail address");
    }
  }

  @Provide
  Arbitrary<Integer> fields() {
    return Arbitraries.integers().between(0, 3);
  }

  @Provide
  Arbitrary<String> japanese() {
    return Arbitraries.oneOf(
            Arbitraries.strings().withCharRange('\u3041', '\u30fe').ofMaxLength(60),
            Arbitraries.strings().withCharRange('\u4e00', '\u9fff').ofMaxLength(60),
            Arbitraries.strings().withCharRange('\uff01', '\uff9f').ofMaxLength(60),
            Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(60),
            Arbitraries.of("𠮷", "🏦", "～", "∥", "−", "①", "㈱", "髙", "  "))
        .list()
        .ofMaxSize(5)
        .map(parts -> String.join("", parts))
        // What looks like an encoded word is refused as a subject, as below.
        .filter(text -> !text.contains("=?"));
  }

  @Provide
  Arbitrary<String> brokenLines() {
    return Arbitraries.of("\r\n", "\n", "\r", "\u0085", "\u2028", "\u2029", "\u000b", "\f", "\0")
        .map(end -> end + "X-Evil: yes" + end);
  }

  @Provide
  Arbitrary<String> anything() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ascii().ofMaxLength(20),
        Arbitraries.strings().withCharRange('!', '~').ofMaxLength(20),
        Arbitraries.strings().all().ofMaxLength(20));
  }
}
