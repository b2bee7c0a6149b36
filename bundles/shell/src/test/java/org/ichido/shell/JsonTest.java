package org.ichido.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;

/** What somebody else's parser makes of it. */
class JsonTest {
  @Property
  void anyTextComesBackAsItWasAndOnlyInPrintableAscii(
      @ForAll String key, @ForAll String value, @ForAll List<String> values) {
    String document = new Json().text("k" + key, value).texts("list", values).toString();

    assertThat(document).matches("[ -~]*");
    JSONObject read = new JSONObject(document);
    assertThat(read.getString("k" + key)).isEqualTo(value);
    assertThat(read.getJSONArray("list").toList()).isEqualTo(List.copyOf(values));
  }

  @Test
  void everyKindOfValueIsWrittenAsTheStandardSays() {
    assertThat(
            new Json()
                .text("text", "a \"b\" \\ \n\u001b[31m \u2028 受")
                .text("absent", Optional.empty())
                .time("time", Instant.parse("2026-11-21T01:00:00Z"))
                .time("never", Optional.empty())
                .number("number", -5)
                .number("unknown", Optional.empty())
                .truth("truth", true)
                .texts("texts", List.of())
                .objects("objects", List.of(new Json(), new Json().number("n", 1))))
        .hasToString(
            "{\"text\":\"a \\\"b\\\" \\\\ \\u000a\\u001b[31m \\u2028 \\u53d7\",\"absent\":null,"
                + "\"time\":\"2026-11-21T01:00:00Z\",\"never\":null,\"number\":-5,\"unknown\":null,"
                + "\"truth\":true,\"texts\":[],\"objects\":[{},{\"n\":1}]}");
  }
}
