package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterTry;
import org.ichido.api.StoreUnavailable;
import org.ichido.api.contract.ContractKey;
import org.ichido.api.contract.Count;
import org.ichido.api.migration.LoadReport;
import org.ichido.spi.store.ContractRow;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.UserRow;

/**
 * Whatever the files hold and wherever a run is cut short: begun again it ends as one run would,
 * and once more changes nothing.
 */
class LoadLawTest {
  /** A contract with so many users, of whom so many have a token. */
  record Shape(int users, int tokens, boolean closed, int branch) {}

  /** What is in the store, but for what is drawn by chance. */
  record Stored(List<ContractRow> contracts, List<UserRow> users, List<List<Object>> tokens) {}

  private final List<World> worlds = new ArrayList<>();

  /** A house for one try. */
  private static final class World extends MigrationHouse {
    private final List<Shape> shapes;

    World(List<Shape> shapes) {
      this.shapes = shapes;
      kinsanIsServed();
      seedsAreInClear();
      try {
        directory = Files.createTempDirectory("load");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      files.contracts.clear();
      files.users.clear();
      files.tokens.clear();
      for (int c = 0; c < shapes.size(); c++) {
        add(name(c), shapes.get(c));
      }
    }

    private static String name(int contract) {
      return "C%03d".formatted(contract);
    }

    private void add(String contract, Shape shape) {
      var row = files.contract(contract);
      row.put("branch", "%03d".formatted(shape.branch()));
      row.put("closed", shape.closed() ? "2026-01-31" : "");
      for (int u = 0; u < shape.users(); u++) {
        files.user(contract, "u" + u);
        if (u < shape.tokens() && !shape.closed()) {
          files.token(contract, "u" + u);
        }
      }
    }

    /** A file must have a row to have a header in these tests. */
    boolean loadable() {
      return !files.users.isEmpty() && !files.tokens.isEmpty();
    }

    Stored stored() {
      List<ContractRow> contractRows = new ArrayList<>();
      List<UserRow> users = new ArrayList<>();
      List<List<Object>> tokens = new ArrayList<>();
      for (int c = 0; c < shapes.size(); c++) {
        ContractKey key = new ContractKey(BANK, holder(name(c), "u").contract());
        store.contract(key).ifPresent(contractRows::add);
        for (int u = 0; u < shapes.get(c).users(); u++) {
          store.user(holder(name(c), "u" + u)).ifPresent(users::add);
          for (TokenRow token : store.tokensOf(holder(name(c), "u" + u))) {
            tokens.add(
                List.of(
                    token.id(), token.users(), token.state(), token.lastFactor(), token.seed()));
          }
        }
      }
      return new Stored(contractRows, users, tokens);
    }
  }

  @AfterTry
  void clean() throws IOException {
    for (World world : worlds) {
      for (String file : List.of("contracts.csv", "users.csv", "tokens.csv")) {
        Files.deleteIfExists(world.directory.resolve(file));
      }
      Files.delete(world.directory);
    }
    worlds.clear();
  }

  private World world(List<Shape> shapes) {
    World world = new World(shapes);
    worlds.add(world);
    return world;
  }

  @Provide
  Arbitrary<List<Shape>> banks() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 4),
            Arbitraries.integers().between(0, 4),
            Arbitraries.of(false, false, false, true),
            Arbitraries.integers().between(1, 3))
        .as(Shape::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }

  @Property(tries = 100)
  void cutShortAndBegunAgainItEndsAsOneRunWould(
      @ForAll("banks") List<Shape> shapes, @ForAll @IntRange(max = 8) int units) {
    World once = world(shapes);
    if (!once.loadable()) {
      return;
    }
    LoadReport said = once.dryRun();
    LoadReport done = once.loaded();
    World cut = world(shapes);
    cut.store.breakAfter(units);
    Optional<LoadReport> first = tried(cut);
    cut.store.broken = false;
    cut.store.breakAfter(Integer.MAX_VALUE);
    LoadReport second = cut.loaded();

    assertThat(done.added()).isEqualTo(said.added());
    assertThat(done.stored()).isEqualTo(done.files());
    assertThat(cut.stored()).isEqualTo(once.stored());
    assertThat(second.added().plus(second.there())).isEqualTo(done.added());
    assertThat(first.isPresent()).isEqualTo(units > shapes.size());
    Stored before = cut.stored();
    assertThat(cut.loaded().added()).isEqualTo(Count.NONE);
    assertThat(cut.stored()).isEqualTo(before);
    assertThat(once.store.wholeOutbox()).isEmpty();
  }

  private static Optional<LoadReport> tried(World world) {
    try {
      return Optional.of(world.load());
    } catch (StoreUnavailable e) {
      return Optional.empty();
    }
  }
}
