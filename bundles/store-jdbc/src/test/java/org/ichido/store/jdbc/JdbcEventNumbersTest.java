package org.ichido.store.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.EventNumbersContract;
import org.ichido.spi.store.TokenStore;

/** Units of work that share a commit, and a batch that the database refuses, among them. */
class JdbcEventNumbersTest extends EventNumbersContract {
  private static Path directory;
  private static JdbcTokenStore store;

  @BeforeContainer
  static void open() throws IOException {
    directory = Files.createTempDirectory("event-numbers");
    store = new StoreAt(directory).open();
  }

  @AfterContainer
  static void close() throws IOException {
    store.close();
    try (Stream<Path> files = Files.walk(directory)) {
      List<Path> innermostFirst = files.sorted(Comparator.reverseOrder()).toList();
      innermostFirst.forEach(JdbcEventNumbersTest::delete);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected TokenStore store() {
    return store;
  }

  @Override
  protected Optional<Change> refused() {
    return Optional.of(new Change.Remember(answer("too-long", "x".repeat(1_048_577), NOW)));
  }
}
