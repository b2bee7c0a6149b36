package org.ichido.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The directory of a house's database, entered by a door of our own. In this JVM a second
 * connection shares the engine of the house.
 *
 * @param house the house's directory
 */
record StoreDirectory(Path house) {
  /** What the store itself opens with. */
  private static final String DURABLE =
      ";hsqldb.lock_file=false;hsqldb.write_delay=false;hsqldb.tx=mvcc"
          + ";hsqldb.default_table_type=cached;hsqldb.nio_data_file=false;hsqldb.extlog=2"
          + ";shutdown=false";

  Connection connect() throws SQLException, IOException {
    return DriverManager.getConnection(
        "jdbc:hsqldb:file:" + house.resolve("store/ichido").toAbsolutePath() + DURABLE,
        "ICHIDO",
        Files.readString(house.resolve("store.password")).strip());
  }

  /**
   * Sets HSQLDB's own default, with which a {@code kill -9} loses what was acknowledged in the last
   * half second. The store looks at this when it opens, so that a bank cannot have it so.
   */
  void loseAcknowledgedCommits() throws SQLException, IOException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET FILES WRITE DELAY 500 MILLIS");
    }
  }
}
