package org.ichido.shell;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * A JSON object (RFC 8259), for programs that read what commands print. Everything beyond printable
 * ASCII is escaped: no text from elsewhere can steer a terminal, and no character set can spoil it.
 * Times are UTC, as {@link Instant} prints them; what is absent is {@code null}. For one thread.
 */
final class Json {
  private final StringJoiner members = new StringJoiner(",", "{", "}");

  Json text(String key, String value) {
    return member(key, quoted(value));
  }

  Json text(String key, Optional<String> value) {
    return member(key, value.map(Json::quoted).orElse("null"));
  }

  Json time(String key, Instant value) {
    return text(key, value.toString());
  }

  Json time(String key, Optional<Instant> value) {
    return text(key, value.map(Instant::toString));
  }

  Json number(String key, long value) {
    return member(key, Long.toString(value));
  }

  Json number(String key, Optional<Long> value) {
    return member(key, value.map(String::valueOf).orElse("null"));
  }

  Json truth(String key, boolean value) {
    return member(key, Boolean.toString(value));
  }

  Json texts(String key, List<String> values) {
    return list(key, values.stream().map(Json::quoted).toList());
  }

  Json objects(String key, List<Json> values) {
    return list(key, values.stream().map(Json::toString).toList());
  }

  Json object(String key, Optional<Json> value) {
    return member(key, value.map(Json::toString).orElse("null"));
  }

  private Json list(String key, List<String> values) {
    return member(key, "[" + String.join(",", values) + "]");
  }

  private Json member(String key, String value) {
    members.add(quoted(key) + ":" + value);
    return this;
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c >= ' ' && c <= '~') {
        quoted.append(c);
      } else {
        quoted.append("\\u%04x".formatted((int) c));
      }
    }
    return quoted.append('"').toString();
  }

  /** The document, on one line. */
  @Override
  public String toString() {
    return members.toString();
  }
}
