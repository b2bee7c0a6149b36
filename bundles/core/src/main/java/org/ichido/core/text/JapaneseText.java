package org.ichido.core.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.ichido.api.Cause;
import org.ichido.api.TokenState;
import org.ichido.api.Verdict;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.api.contract.Method;
import org.ichido.api.contract.Role;
import org.ichido.api.helpdesk.Act;
import org.ichido.api.helpdesk.EnrolmentView;
import org.ichido.api.requirement.Demand;
import org.ichido.api.requirement.NextStep;

/**
 * The Japanese words of every code, from {@code ja.properties} beside this class: the one place
 * where they stand. What customers are shown of a refused code is one text, whatever the cause; the
 * words of a {@link Cause} are for operators alone. What stands there under {@code record} is for
 * the screens of branches, by response code, and nobody asks for it here. Immutable.
 */
public final class JapaneseText {
  private static final String FILE = "ja.properties";

  /** Which codes have words, and under which name. */
  private static final Map<Class<? extends Enum<?>>, String> FAMILIES =
      Map.ofEntries(
          Map.entry(NextStep.class, "step"),
          Map.entry(Demand.Kind.class, "demand"),
          Map.entry(Verdict.Kind.class, "verdict"),
          Map.entry(Verdict.NotProcessed.Why.class, "not-processed"),
          Map.entry(Outcome.Kind.class, "outcome"),
          Map.entry(Reason.class, "reason"),
          Map.entry(Cause.class, "cause"),
          Map.entry(TokenState.class, "state"),
          Map.entry(EnrolmentView.Mail.class, "mail"),
          Map.entry(Method.class, "method"),
          Map.entry(Role.class, "role"),
          Map.entry(Act.class, "act"));

  private final Map<String, String> words;

  private JapaneseText(Map<String, String> words) {
    this.words = words;
  }

  /**
   * @return the words that this bundle brings along
   * @throws IllegalStateException if a code has none: the bundle is broken
   */
  public static JapaneseText shipped() {
    Properties read = new Properties();
    try (InputStream in = JapaneseText.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing from the bundle org.ichido.core");
      }
      read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> words = new TreeMap<>();
    read.stringPropertyNames().forEach(name -> words.put(name, read.getProperty(name)));
    JapaneseText text = new JapaneseText(words);
    FAMILIES.keySet().stream().map(Class::getEnumConstants).forEach(text::require);
    return text;
  }

  private void require(Enum<?>[] codes) {
    for (Enum<?> code : codes) {
      of(code);
    }
  }

  /**
   * @param code a code of one of the families
   * @return its words, one line
   * @throws IllegalStateException if it has none
   */
  public String of(Enum<?> code) {
    String name = FAMILIES.get(code.getDeclaringClass()) + "." + code.name();
    String found = words.get(name);
    if (found == null) {
      throw new IllegalStateException("no words for " + name + ": add them to " + FILE);
    }
    return found;
  }

  static Map<Class<? extends Enum<?>>, String> families() {
    return FAMILIES;
  }

  Map<String, String> words() {
    return words;
  }
}
