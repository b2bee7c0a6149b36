package org.ichido.shell;

import static java.util.stream.Collectors.joining;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.ichido.api.Health;
import org.ichido.api.Health.Level;
import org.ichido.api.HealthSource;
import org.jspecify.annotations.Nullable;

/**
 * Asks every part how it is doing, and names the parts that are not there to be asked. It prints
 * whatever it finds; the last line is the answer, and it fails only if it is told to.
 */
@Service
@Command(
    scope = "ichido",
    name = "status",
    description = "Says how every part is doing, what is missing, and what to do about it.")
public final class Status extends Listing {
  @Reference(optional = true)
  @Nullable List<HealthSource> sources;

  @Option(
      name = "--fail-on",
      description = "For monitoring: fails if the whole is down, or warn or worse")
  @Completion(
      value = StringsCompleter.class,
      values = {"down", "warn"})
  @Nullable String failOn;

  @Override
  void run(Session console, PrintStream out) throws CommandException {
    Level limit = limit();
    List<Health> told = new ArrayList<>();
    if (sources != null) {
      sources.forEach(source -> told.addAll(ask(source)));
    }
    List<Health> all =
        Stream.concat(
                told.stream(),
                Stream.of(ExpectedPart.values()).flatMap(part -> part.missingFrom(told).stream()))
            .sorted(Comparator.comparing(Health::level).reversed().thenComparing(Health::part))
            .toList();
    Level overall = all.stream().map(Health::level).max(Level::compareTo).orElseThrow();
    if (json) {
      out.println(
          new Json()
              .text("overall", overall.name())
              .objects("parts", all.stream().map(Status::json).toList()));
    } else {
      Table table = new Table("LEVEL", "PART");
      all.forEach(h -> table.row(h.level().name(), h.part() + indented(h.lines())));
      table.print(out);
      out.println("Overall: " + overall);
    }
    if (failOn != null && overall.compareTo(limit) >= 0) {
      throw failed("Ichido is " + overall + ".");
    }
  }

  private Level limit() throws CommandException {
    return switch (failOn == null ? "down" : failOn) {
      case "down" -> Level.DOWN;
      case "warn" -> Level.WARN;
      default -> throw failed("Not accepted: --fail-on: down or warn.");
    };
  }

  private static Json json(Health health) {
    return new Json()
        .text("part", health.part())
        .text("level", health.level().name())
        .texts("lines", health.lines());
  }

  private static String indented(List<String> lines) {
    return lines.stream().map(line -> ("\n" + line).replace("\n", "\n  ")).collect(joining());
  }

  /** Asks one part. A part that breaks its promise not to throw must not hide the others. */
  private static List<Health> ask(HealthSource source) {
    try {
      return source.health();
    } catch (RuntimeException e) {
      return List.of(
          new Health(
              source.getClass().getSimpleName(),
              Level.DOWN,
              List.of("It could not say how it is doing: " + e)));
    }
  }
}
