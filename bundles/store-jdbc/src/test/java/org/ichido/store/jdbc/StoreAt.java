package org.ichido.store.jdbc;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.ichido.api.Health;
import org.ichido.api.StoreUnavailable;

/** A store in a directory, as its configuration would make it. */
final class StoreAt {
  final HsqldbDriver driver = new HsqldbDriver();
  private final Path directory;
  private final long floor;

  StoreAt(Path directory) {
    this(directory, 0);
  }

  StoreAt(Path directory, long floor) {
    this.directory = directory;
    this.floor = floor;
  }

  StoreSettings settings() {
    return new StoreSettings(url(), "ICHIDO", password(), lock(), 4, floor);
  }

  JdbcTokenStore open() {
    return new JdbcTokenStore(access());
  }

  DatabaseAccess access() {
    return new DatabaseAccess(
        accepted ->
            new DatabaseOpening(settings(), driver, RandomGenerator.getDefault()).open(accepted));
  }

  /** Asks until it is open again: it tries at most once a second. */
  static void awaitOpen(JdbcTokenStore store) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (store.health().get(0).level() != Health.Level.OK && System.nanoTime() < end) {
      try {
        store.holdsSealedSeeds();
      } catch (StoreUnavailable e) {
        Thread.onSpinWait();
      }
    }
  }

  String url() {
    return "jdbc:hsqldb:file:" + directory.resolve("db/ichido");
  }

  Path password() {
    return directory.resolve("secret/password");
  }

  Path lock() {
    return directory.resolve("db/ichido.lock");
  }

  /** Runs SQL behind the store's back, while it is closed or in the same JVM while it is open. */
  void sql(boolean thenShutDown, String... statements) throws Exception {
    String word = Files.readString(password()).strip();
    try (Connection connection =
            DriverManager.getConnection(url() + ";hsqldb.lock_file=false", "ICHIDO", word);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
      if (thenShutDown) {
        statement.execute("SHUTDOWN");
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** Asks the engine, behind the store's back while it is open, how it would do a statement. */
  String plan(String sql) throws Exception {
    String word = Files.readString(password()).strip();
    StringBuilder plan = new StringBuilder();
    try (Connection connection = DriverManager.getConnection(url(), "ICHIDO", word);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("EXPLAIN PLAN FOR " + sql)) {
      while (row.next()) {
        plan.append(row.getString(1)).append('\n');
      }
    }
    return plan.toString();
  }

  /**
   * @return the columns of an index, in its order
   */
  List<String> columnsOf(String index) throws Exception {
    String word = Files.readString(password()).strip();
    List<String> columns = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(url(), "ICHIDO", word);
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT column_name FROM information_schema.system_indexinfo"
                    + " WHERE index_name = ? ORDER BY ordinal_position")) {
      statement.setString(1, index);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          columns.add(row.getString(1));
        }
      }
    }
    return columns;
  }

  /**
   * @return the engine's own name of the database, part of its logger's name
   */
  String databaseName() throws Exception {
    String word = Files.readString(password()).strip();
    try (Connection connection = DriverManager.getConnection(url(), "ICHIDO", word);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("VALUES(DATABASE_NAME())")) {
      row.next();
      return row.getString(1);
    }
  }
}
