package org.ichido.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.ichido.api.Verdict;
import org.ichido.api.act.Reason;
import org.ichido.api.requirement.NextStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every word that customers and operators are shown, read to the letter. */
class JapaneseTextTest {
  /** Sentences; the other families are names. */
  private static final Set<String> SENTENCES =
      Set.of("step", "demand", "verdict", "not-processed", "outcome", "reason", "cause", "record");

  private static final Pattern JAPANESE =
      Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}ー\\p{IsHan}0-9、。・「」（）]+");

  /** Ends of sentences in the polite form. */
  private static final Pattern POLITE =
      Pattern.compile(".*(です|ます|ません|ました|ませんでした|ください|いたします|いたしました|おります)。");

  /** What would tell a guesser, or a thief, why a code was refused. */
  private static final List<String> CAUSES =
      List.of(
          "ロック", "停止", "失効", "期限", "使用済", "使用され", "古い", "経過", "時刻", "一致", "誤", "間違", "正しく", "存在",
          "登録", "発行", "ユーザ", "パスワード", "回", "権限", "契約");

  private final JapaneseText text = JapaneseText.shipped();

  static Map<String, String> words() {
    return JapaneseText.shipped().words();
  }

  static Set<Map.Entry<String, String>> lines() {
    return words().entrySet();
  }

  @Test
  void everyCodeHasWordsAndNoWordsAreOfACodeThatIsNone() {
    Set<String> codes = new TreeSet<>();
    JapaneseText.families()
        .forEach(
            (type, family) ->
                Arrays.stream(type.getEnumConstants())
                    .forEach(code -> codes.add(family + "." + code.name())));
    // Those of records are numbers of the bundle that talks; the laws of the house compare them.
    assertThat(words().keySet())
        .filteredOn(name -> !name.matches("record\\.8[0-9]{3}"))
        .containsExactlyInAnyOrderElementsOf(codes)
        .hasSizeGreaterThan(90);
  }

  /** A line that stands twice would hide one of the two. */
  @Test
  void noCodeStandsTwice() throws IOException {
    List<String> names = new ArrayList<>();
    for (String line : file().split("\n", -1)) {
      if (!line.isEmpty() && !line.startsWith("#")) {
        names.add(line.substring(0, line.indexOf(" = ")));
      }
    }
    assertThat(names).doesNotHaveDuplicates().hasSameSizeAs(words().keySet());
  }

  @ParameterizedTest
  @MethodSource("lines")
  void theWordsAreJapaneseAndFitOnAScreen(Map.Entry<String, String> line) {
    assertThat(line.getValue()).matches(JAPANESE).hasSizeLessThanOrEqualTo(90);
  }

  @ParameterizedTest
  @MethodSource("lines")
  void sentencesAreWholeAndPoliteAndNamesAreNone(Map.Entry<String, String> line) {
    String family = line.getKey().substring(0, line.getKey().indexOf('.'));
    if (SENTENCES.contains(family)) {
      for (String sentence : line.getValue().split("(?<=。)", -1)) {
        if (!sentence.isEmpty()) {
          assertThat(sentence).matches(POLITE);
        }
      }
    } else {
      assertThat(line.getValue()).doesNotContain("。", "、");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"verdict.REFUSED", "reason.CODE_REFUSED"})
  void aRefusalNamesNoCause(String name) {
    assertThat(words().get(name)).doesNotContain(CAUSES.toArray(String[]::new));
  }

  /** First code, activation, operation, own code of whoever acts: one text. */
  @Test
  void refusalsLookAlike() {
    assertThat(text.of(Reason.CODE_REFUSED)).isEqualTo(text.of(Verdict.Kind.REFUSED));
  }

  /** Nobody issues a hard token to whom these are told, too: it is registered (S4-20). */
  @Test
  void whatIsToldOfEveryKindOfTokenFitsAHardOne() {
    assertThat(text.of(Reason.TOKEN_STILL_BOUND)).doesNotContain("発行");
    assertThat(text.of(Reason.COOLDOWN)).contains("登録");
  }

  /** Two codes of one kind with the same words: one of them was copied and not written. */
  @Test
  void noTwoCodesOfAFamilyAreToldAlike() {
    Map<String, String> first = new TreeMap<>();
    words()
        .forEach(
            (name, words) -> {
              String family = name.substring(0, name.indexOf('.'));
              assertThat(first.put(family + " " + words, name)).as(name).isNull();
            });
  }

  /** Read as UTF-8, whatever the machine's own character set. */
  @Test
  void theFileIsUtf8() {
    assertThat(text.of(NextStep.NONE)).isEqualTo("お手続きは必要ありません。");
  }

  private static String file() throws IOException {
    try (var in = JapaneseText.class.getResourceAsStream("ja.properties")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
