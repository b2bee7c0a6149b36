package org.ichido.store.jdbc;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.ichido.spi.OwnerOnlyFile;
import org.osgi.service.jdbc.DataSourceFactory;

/** Claims, opens, proves and migrates a database; undoes what it did if a step fails. */
final class DatabaseOpening {
  private final StoreSettings settings;
  private final DataSourceFactory driver;
  private final RandomGenerator random;
  private final Dialect dialect;

  DatabaseOpening(StoreSettings settings, DataSourceFactory driver, RandomGenerator random) {
    this.settings = settings;
    this.driver = driver;
    this.random = random;
    this.dialect = new HsqldbDialect(settings.url());
  }

  /**
   * @param accepted an administrator's word, without which an older database is not used
   * @throws StoreDown if it cannot be opened, or not safely; nothing stays open then
   */
  Database open(Optional<DatabaseAge.Accepted> accepted) {
    FileClaim claim = FileClaim.on(settings.lockFile());
    CommitWitness witness = dialect.witness();
    boolean open = false;
    try {
      Database database = open(claim, witness, accepted);
      open = true;
      return database;
    } catch (IOException | SQLException | CommitInDoubt e) {
      throw new StoreDown("The database " + settings.url() + " cannot be opened: " + words(e), e);
    } finally {
      if (!open) {
        witness.close();
        release(claim);
      }
    }
  }

  private Database open(
      FileClaim claim, CommitWitness witness, Optional<DatabaseAge.Accepted> accepted)
      throws IOException, SQLException, CommitInDoubt {
    OwnerOnlyFile.makeDirectory(dialect.directory());
    DataSource source = driver.createDataSource(properties());
    Connection control = source.getConnection();
    boolean open = false;
    try {
      witness.opened();
      Database database =
          new Database(dialect, claim, source, control, witness, settings, accepted);
      open = true;
      return database;
    } finally {
      if (!open) {
        halt(control);
      }
    }
  }

  private Properties properties() {
    Properties properties = new Properties();
    properties.setProperty(DataSourceFactory.JDBC_URL, dialect.url());
    properties.setProperty(DataSourceFactory.JDBC_USER, settings.user());
    properties.setProperty(
        DataSourceFactory.JDBC_PASSWORD,
        DatabasePassword.of(settings.passwordFile(), dialect.exists(), random));
    return properties;
  }

  private void halt(Connection control) {
    try {
      dialect.halt(control);
    } catch (SQLException e) {
      throw new StoreDown.ForGood(e);
    }
  }

  private static void release(FileClaim claim) {
    try {
      claim.close();
    } catch (IOException e) {
      throw new StoreDown.ForGood(e);
    }
  }

  private static String words(Exception e) {
    return String.valueOf(e.getMessage());
  }
}
