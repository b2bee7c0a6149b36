package org.ichido.store.jdbc;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What differs from one database product to another. */
interface Dialect {
  /**
   * @return the URL with what this product needs to be durable
   */
  String url();

  /**
   * @return the directory of the database, for the free space
   */
  Path directory();

  /**
   * @return whether there is a database already
   */
  boolean exists();

  /**
   * @return the folder of the schema scripts
   */
  String schemaFolder();

  /**
   * @return the schema scripts, in order; their numbers are 1, 2, 3 …
   */
  List<String> schemaScripts();

  /**
   * @return a witness of what the engine reports, listening from now on, before the first
   *     connection
   */
  CommitWitness witness();

  /**
   * Switches on what makes a commit durable and units of work safe, and reads it back.
   *
   * @throws StoreDown if the database does not do it
   */
  void enforce(Connection connection) throws SQLException;

  /**
   * Makes the engine report something harmless, so that the witness can prove that it hears.
   *
   * @throws StoreDown if the witness heard nothing
   */
  void prove(Connection connection, CommitWitness witness) throws SQLException;

  /**
   * @return whether a key was there already
   */
  boolean isDuplicateKey(SQLException e);

  /**
   * Counts rows without reading them.
   *
   * @return how many rows a table has, as the engine keeps count
   */
  long count(Connection connection, String table) throws SQLException;

  /** Ends the engine. What memory holds is brought to the disk. */
  void shutdown(Connection connection) throws SQLException;

  /** Ends the engine without writing anything more: memory holds what the disk does not. */
  void halt(Connection connection) throws SQLException;
}
