package org.ichido.shell;

import static java.util.stream.Collectors.joining;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ichido.api.Lock;
import org.ichido.api.TokenDescription;
import org.ichido.api.UserId;
import org.ichido.api.helpdesk.ActView;
import org.ichido.api.helpdesk.ContractView;
import org.ichido.api.helpdesk.DemandView;
import org.ichido.api.helpdesk.EnrolmentView;
import org.ichido.api.helpdesk.Explanation;
import org.ichido.api.helpdesk.TokenView;
import org.ichido.api.helpdesk.UserView;
import org.ichido.api.requirement.Demand;

/**
 * How a user stands, for people.
 *
 * @param explanation it
 */
record ExplanationTable(Explanation explanation) {
  void print(PrintStream out) {
    out.println(explanation.holder() + " at " + Words.time(explanation.at()));
    Table table = new Table("NEXT STEP", step());
    table.row("why", explanation.why());
    demands().forEach(table::row);
    table.row("contract", explanation.contract().map(ExplanationTable::contract).orElse("unknown"));
    table.row("user", explanation.user().map(ExplanationTable::user).orElse("unknown"));
    explanation
        .token()
        .ifPresentOrElse(token -> rows(token, table), () -> table.row("token", "never had one"));
    table.print(out);
    out.println();
    Table acts = new Table("ACT", "WHO CAN NOW");
    explanation.acts().forEach(act -> acts.row(Words.plain(act.act()), who(act)));
    acts.print(out);
    out.println();
  }

  private String step() {
    return explanation.step()
        + explanation.until().map(until -> ", " + Words.time(until)).orElse("")
        + "\n"
        + explanation.shown();
  }

  /** A computer and a smartphone together where they make no difference. */
  private Map<String, String> demands() {
    Map<String, String> lines = new LinkedHashMap<>();
    for (DemandView view : explanation.demands()) {
      String operation = view.use().operation().value().toLowerCase(Locale.ROOT);
      String told = demand(view.demand()) + "\n" + view.shown() + "\n" + view.why();
      String before = lines.get(operation);
      String line = view.use().channel() + ": " + told;
      if (before == null) {
        lines.put(operation, line);
      } else if (before.endsWith(": " + told)) {
        lines.put(operation, "PC, SMARTPHONE: " + told);
      } else {
        lines.put(operation, before + "\n" + line);
      }
    }
    return lines;
  }

  private static String demand(Demand demand) {
    if (demand instanceof Demand.Required required) {
      return "REQUIRED, " + required.method();
    } else if (demand instanceof Demand.Exempt exempt) {
      return "EXEMPT, " + exempt.why();
    }
    return demand.kind().name();
  }

  private static String contract(ContractView contract) {
    return contract.method()
        + ", branch "
        + contract.branch()
        + ", opened "
        + contract.opened()
        + contract.closed().map(day -> ", closed " + day).orElse("")
        + contract
            .change()
            .map(change -> "\n" + change.method() + " from " + change.effective() + " on")
            .orElse("");
  }

  private static String user(UserView user) {
    return user.role()
        + user.removed().map(at -> ", removed " + Words.time(at)).orElse("")
        + user.coolDown().map(end -> "\ncool-down until " + Words.time(end)).orElse("")
        + "\nseeds delivered: "
        + user.downloads()
        + user.mostDownloads().map(most -> " of " + most).orElse(", no limit");
  }

  private static void rows(TokenView view, Table table) {
    TokenDescription token = view.token();
    table
        .row("token", token.id() + "\n" + token.kind() + " " + token.state())
        .row("failures", token.failures() + " in a row")
        .row("lock", token.lock().map((Lock lock) -> Words.lock(lock)).orElse("none"))
        .row(
            "suspension",
            view.suspension()
                .map(
                    stop ->
                        "since %s, reason %s".formatted(Words.time(stop.since()), stop.reason()))
                .orElse("none"))
        .row("clock", clock(view.driftSteps()))
        .row("expires", Words.time(token.expires(), "never"));
    view.enrolment().ifPresent(enrolment -> table.row("enrolment", enrolment(enrolment)));
  }

  private static String clock(int steps) {
    if (steps == 0) {
      return "not known to be off";
    }
    return "%d steps %s ours when last measured"
        .formatted(Math.abs(steps), steps > 0 ? "ahead of" : "behind");
  }

  private static String enrolment(EnrolmentView enrolment) {
    List<String> lines = new ArrayList<>();
    lines.add("mail " + enrolment.mail());
    lines.add("wrong activations: %d of %d".formatted(enrolment.tries(), enrolment.mostTries()));
    enrolment.device().ifPresent(device -> lines.add("activated on a " + Words.plain(device)));
    lines.add(
        enrolment
            .confirmed()
            .map(at -> "confirmed " + Words.time(at))
            .orElse("to be confirmed before " + Words.time(enrolment.deadline())));
    return String.join("\n", lines);
  }

  private static String who(ActView act) {
    if (act.refused().isPresent()) {
      return "nobody: "
          + act.refused().get()
          + act.until().map(until -> ", until " + Words.time(until)).orElse("");
    }
    List<String> lines = new ArrayList<>();
    String code = act.ownCode() ? ", with a current code" : "";
    if (act.customer()) {
      lines.add("the customer" + code);
    }
    if (!act.roles().isEmpty()) {
      String roles = act.roles().stream().sorted().map(Enum::name).collect(joining(", "));
      lines.add(roles + code + ": " + users(act.users()));
    }
    operators(act.operators()).ifPresent(lines::add);
    if (act.coreBanking()) {
      lines.add("core banking");
    }
    return String.join("\n", lines);
  }

  private static String users(List<UserId> users) {
    if (users.isEmpty()) {
      return "none of them can now";
    }
    String named = users.stream().map(UserId::value).collect(joining(" "));
    return users.size() == ActView.MOST_USERS ? named + ", maybe more" : named;
  }

  private static Optional<String> operators(Optional<ActView.Approval> operators) {
    return operators.map(
        approval ->
            switch (approval) {
              case NONE -> "an operator";
              case NAMED -> "an operator who names another as approver";
              case ASKED -> "an operator, when another has approved it";
            });
  }
}
