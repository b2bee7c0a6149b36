package org.ichido.shell;

import static java.util.stream.Collectors.joining;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.ichido.api.Health;
import org.ichido.api.Health.Level;
import org.ichido.api.HealthSource;
import org.jspecify.annotations.Nullable;

/**
 * Asks every part how it is doing, and names the parts that are not there to be asked. It prints
 * whatever it finds and does not fail: the last line is the answer.
 */
@Service
@Command(
    scope = "ichido",
    name = "status",
    description = "Says how every part is doing, what is missing, and what to do about it.")
public final class Status extends IchidoCommand {
  @Reference(optional = true)
  @Nullable List<HealthSource> sources;

  @Override
  void run(Session console, PrintStream out) {
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
    Table table = new Table("LEVEL", "PART");
    all.forEach(h -> table.row(h.level().name(), h.part() + indented(h.lines())));
    table.print(out);
    out.println("Overall: " + all.stream().map(Health::level).max(Level::compareTo).orElseThrow());
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
