package org.ichido.core.requirement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ichido.api.contract.Method;
import org.ichido.api.requirement.Channel;
import org.ichido.api.requirement.Demand;
import org.ichido.api.requirement.Facts;
import org.ichido.api.requirement.OperationName;
import org.ichido.api.requirement.Stage;
import org.ichido.api.requirement.Use;

/**
 * Asks a table everything there is to ask and writes the answers down so that a person can read
 * them. Values that make no difference in any case stand together, and a question whose values all
 * do is left out: nothing is left out because a row says so.
 */
final class DecisionMatrix {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  /** What can be the case, besides operation and stage, and the values of each. */
  private static final Map<String, List<String>> QUESTIONS = new LinkedHashMap<>();

  static {
    QUESTIONS.put("method", List.of("SOFT", "HARD", "TXN_AUTH", "NONE"));
    QUESTIONS.put("channel", List.of("PC", "SMARTPHONE"));
    QUESTIONS.put("in use", List.of("yes", "no"));
    QUESTIONS.put("approval", List.of("yes", "no", "?"));
    QUESTIONS.put("registered", List.of("yes", "no", "?"));
    QUESTIONS.put("paid", List.of("years ago", "yesterday", "today", "later", "date ?", "?"));
    QUESTIONS.put("private", List.of("yes", "no", "?"));
  }

  private static final List<String> NAMES = List.copyOf(QUESTIONS.keySet());
  private static final List<List<String>> SITUATIONS =
      combinations(List.copyOf(QUESTIONS.values()));

  private final OperationTable table;

  DecisionMatrix(OperationTable table) {
    this.table = table;
  }

  String text() {
    Map<String, List<String>> alike = new LinkedHashMap<>();
    for (OperationName operation : operations()) {
      for (Stage stage : Stage.values()) {
        boolean login = operation.equals(OperationName.LOGIN);
        if (login == (stage == Stage.LOGIN)) {
          alike
              .computeIfAbsent(lines(operation, stage), lines -> new ArrayList<>())
              .add(login ? "LOGIN" : operation + " at " + stage);
        }
      }
    }
    return alike.entrySet().stream()
        .map(block -> String.join(", ", block.getValue()) + "\n" + block.getKey())
        .collect(Collectors.joining("\n"));
  }

  private List<OperationName> operations() {
    Set<String> names = new TreeSet<>(table.operations());
    names.add("LOGIN");
    names.add("OTHER");
    return names.stream().map(OperationName::new).toList();
  }

  private String lines(OperationName operation, Stage stage) {
    Map<List<String>, String> answers = new LinkedHashMap<>();
    SITUATIONS.forEach(one -> answers.put(one, answer(operation, stage, one)));
    List<List<List<String>>> groups = new ArrayList<>();
    for (int question = 0; question < NAMES.size(); question++) {
      groups.add(grouped(question, answers));
    }
    StringBuilder text = new StringBuilder();
    for (List<List<String>> one : combinations(groups)) {
      List<String> cases = new ArrayList<>();
      for (int question = 0; question < NAMES.size(); question++) {
        if (groups.get(question).size() > 1) {
          cases.add(NAMES.get(question) + " " + String.join("/", one.get(question)));
        }
      }
      text.append("  ")
          .append(cases.isEmpty() ? "always" : String.join(", ", cases))
          .append(": ")
          .append(answers.get(one.stream().map(values -> values.get(0)).toList()))
          .append('\n');
    }
    return text.toString();
  }

  /** The values of a question, together where no other value of anything tells them apart. */
  private static List<List<String>> grouped(int question, Map<List<String>, String> answers) {
    Map<List<String>, List<String>> alike = new LinkedHashMap<>();
    for (String value : QUESTIONS.get(NAMES.get(question))) {
      List<String> all =
          answers.entrySet().stream()
              .filter(one -> one.getKey().get(question).equals(value))
              .map(Map.Entry::getValue)
              .toList();
      alike.computeIfAbsent(all, same -> new ArrayList<>()).add(value);
    }
    return List.copyOf(alike.values());
  }

  /** One of each list, in every way. */
  private static <T> List<List<T>> combinations(List<List<T>> lists) {
    List<List<T>> all = List.of(List.of());
    for (List<T> list : lists) {
      List<List<T>> longer = new ArrayList<>();
      for (List<T> one : all) {
        for (T value : list) {
          List<T> next = new ArrayList<>(one);
          next.add(value);
          longer.add(next);
        }
      }
      all = longer;
    }
    return all;
  }

  private String answer(OperationName operation, Stage stage, List<String> situation) {
    Use use = new Use(operation, stage, Channel.valueOf(value(situation, "channel")));
    Method method = Method.valueOf(value(situation, "method"));
    boolean inUse = value(situation, "in use").equals("yes");
    Answer answer = table.answer(use, method, facts(situation), inUse);
    String demand =
        answer.demand() instanceof Demand.Exempt exempt
            ? "EXEMPT " + exempt.why()
            : answer.demand().kind().name();
    return demand + " (" + answer.remark().replaceAll(" [^S].*", "") + ")";
  }

  private static Facts facts(List<String> situation) {
    String paid = value(situation, "paid");
    return new Facts(
        known(value(situation, "approval")),
        known(value(situation, "registered")),
        switch (paid) {
          case "years ago" -> Optional.of(TODAY.minusYears(9));
          case "yesterday", "date ?" -> Optional.of(TODAY.minusDays(1));
          case "today" -> Optional.of(TODAY);
          case "later" -> Optional.of(TODAY.plusDays(1));
          default -> Optional.empty();
        },
        paid.equals("date ?") ? Optional.empty() : Optional.of(TODAY),
        known(value(situation, "private")));
  }

  private static String value(List<String> situation, String question) {
    return situation.get(NAMES.indexOf(question));
  }

  private static Optional<Boolean> known(String value) {
    return value.equals("?") ? Optional.empty() : Optional.of(value.equals("yes"));
  }
}
