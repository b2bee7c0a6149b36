package org.ichido.store.jdbc;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;

/**
 * HSQLDB 2.7 in a file, inside this JVM. Its defaults lose acknowledged commits on {@code kill -9}
 * (write delay), acknowledge commits that a full disk did not take (see {@link CommitWitness}), and
 * wait ten seconds for the lock file of a killed process. None of them is left in force.
 */
final class HsqldbDialect implements Dialect {
  private static final String PREFIX = "jdbc:hsqldb:file:";

  /** No memory-mapped data file: a full disk would then be a fault of the whole JVM. */
  private static final String PROPERTIES =
      ";hsqldb.lock_file=false;hsqldb.write_delay=false;hsqldb.tx=mvcc"
          + ";hsqldb.default_table_type=cached;hsqldb.nio_data_file=false;hsqldb.extlog=2"
          + ";shutdown=false";

  private final String url;
  private final Path file;

  /**
   * @throws StoreDown if the URL is not one of an HSQLDB file
   */
  HsqldbDialect(String url) {
    if (!url.toLowerCase(Locale.ROOT).startsWith(PREFIX)) {
      throw new StoreDown(
          "etc/org.ichido.store.cfg: url: must begin with " + PREFIX + ", the database it knows");
    }
    if (url.indexOf(';') >= 0) {
      throw new StoreDown(
          "etc/org.ichido.store.cfg: url: must end with the path; the store itself sets the"
              + " properties that keep commits durable");
    }
    this.url = url;
    try {
      this.file = Path.of(url.substring(PREFIX.length())).toAbsolutePath();
    } catch (InvalidPathException e) {
      throw new StoreDown("etc/org.ichido.store.cfg: url: is no path: " + e.getReason(), e);
    }
  }

  @Override
  public String url() {
    return url + PROPERTIES;
  }

  @Override
  public Path directory() {
    Path parent = file.getParent();
    return parent == null ? file : parent;
  }

  @Override
  public boolean exists() {
    return List.of(".script", ".log", ".data", ".script.new").stream()
        .anyMatch(end -> Files.exists(file.resolveSibling(file.getFileName() + end)));
  }

  @Override
  public String schemaFolder() {
    return "schema/hsqldb/";
  }

  @Override
  public List<String> schemaScripts() {
    return List.of(
        "V001__tokens_inbox_audit.sql",
        "V002__memory.sql",
        "V003__drained_parked.sql",
        "V004__contracts_lives_outbox.sql",
        "V005__hard_tokens.sql",
        "V006__orders_bookings.sql");
  }

  @Override
  public CommitWitness witness() {
    return new CommitWitness("hsqldb.db");
  }

  @Override
  public void enforce(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET FILES WRITE DELAY FALSE");
      statement.execute("SET DATABASE TRANSACTION CONTROL MVCC");
      statement.execute("SET DATABASE DEFAULT TABLE TYPE CACHED");
    }
    require(connection, "hsqldb.write_delay_millis", "0", "SET FILES WRITE DELAY FALSE");
    require(connection, "hsqldb.log_data", "true", "SET FILES LOG TRUE");
    require(connection, "hsqldb.tx", "MVCC", "SET DATABASE TRANSACTION CONTROL MVCC");
    require(connection, "hsqldb.lock_file", "false", "the URL property hsqldb.lock_file=false");
  }

  /**
   * A checkpoint reports its start and end, at level 3 of the engine. The same call tells the exact
   * name of the logger, which is the database's own.
   */
  @Override
  public void prove(Connection connection, CommitWitness witness) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      witness.listenTo("hsqldb.db." + databaseName(statement) + ".ENGINE");
      statement.execute("SET DATABASE EXTERNAL EVENT LOG LEVEL 3");
      long before = witness.heard();
      statement.execute("CHECKPOINT");
      statement.execute("SET DATABASE EXTERNAL EVENT LOG LEVEL 2");
      if (witness.heard() == before) {
        throw new StoreDown(
            "The commit witness hears nothing from HSQLDB, so a full disk would lose accepted codes"
                + " in silence. HSQLDB must log through java.util.logging: install it as Ichido's"
                + " feature does, without imports of log4j.");
      }
    }
    require(connection, "hsqldb.extlog", "2", "SET DATABASE EXTERNAL EVENT LOG LEVEL 2");
  }

  private static String databaseName(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("VALUES(DATABASE_NAME())")) {
      row.next();
      return row.getString(1);
    }
  }

  private static void require(Connection connection, String property, String value, String cure)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT property_value FROM information_schema.system_properties"
                + " WHERE property_name = ?")) {
      statement.setString(1, property);
      try (ResultSet row = statement.executeQuery()) {
        String found = row.next() ? row.getString(1) : "missing";
        if (!value.equalsIgnoreCase(found)) {
          throw new StoreDown(
              "HSQLDB runs with %s=%s, and Ichido needs %s: without %s accepted codes could be lost."
                  .formatted(property, found, value, cure));
        }
      }
    }
  }

  @Override
  public boolean isDuplicateKey(SQLException e) {
    return "23505".equals(e.getSQLState());
  }

  /** COUNT(*) would read the whole index under MVCC; the engine keeps count by itself. */
  @Override
  public long count(Connection connection, String table) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT cardinality FROM information_schema.system_tablestats"
                + " WHERE table_schema = 'PUBLIC' AND table_name = ?")) {
      statement.setString(1, table.toUpperCase(Locale.ROOT));
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }
  }

  @Override
  public void shutdown(Connection connection) throws SQLException {
    run(connection, "SHUTDOWN");
  }

  @Override
  public void halt(Connection connection) throws SQLException {
    run(connection, "SHUTDOWN IMMEDIATELY");
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
