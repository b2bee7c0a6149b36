package org.ichido.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Directories for databases, gone before the next run. */
final class Scratch {
  private final Path root;

  /** Empties the root. */
  Scratch(Path root) throws IOException {
    this.root = root;
    if (Files.exists(root)) {
      try (Stream<Path> all = Files.walk(root)) {
        List<Path> leavesFirst = all.sorted(Comparator.reverseOrder()).toList();
        for (Path each : leavesFirst) {
          Files.delete(each);
        }
      }
    }
    Files.createDirectories(root);
  }

  Path directory(String name) throws IOException {
    return Files.createDirectories(root.resolve(name));
  }
}
