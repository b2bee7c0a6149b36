package org.ichido.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ichido.spi.transport.BankMessaging;
import org.osgi.framework.BundleContext;

/** The banks that the distribution has as examples, put in force as operations.md says. */
final class ExampleBanks {
  static final List<String> ALL = List.of("mirai", "shiten", "kenshin");

  private ExampleBanks() {}

  /** Copies those that are not there yet, and waits until all of them are served. */
  static void inForce(BundleContext context) throws IOException, InterruptedException {
    Path examples = Path.of(System.getProperty("karaf.home"), "ichido/banks");
    Path etc = Path.of(System.getProperty("karaf.etc"));
    try (ServedBanks banks = new ServedBanks(context)) {
      if (Files.exists(etc.resolve("org.ichido.bank~" + ALL.get(0) + ".cfg"))) {
        return;
      }
      for (String bank : ALL) {
        copy(examples.resolve(bank), etc);
      }
      banks.until("all of them", served -> names(served).containsAll(ALL));
    }
  }

  static List<String> names(List<BankMessaging> served) {
    return served.stream().map(messaging -> messaging.bank().value()).toList();
  }

  /** The profile before the files that it names: the order that is worse. */
  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      List<Path> all =
          files.filter(Files::isRegularFile).sorted((a, b) -> a.compareTo(b) * -1).toList();
      for (Path file : all) {
        Path target = to.resolve(from.relativize(file));
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }
}
