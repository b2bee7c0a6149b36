package org.ichido.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** How connections are pooled: without auto-commit, READ COMMITTED, statements kept. */
final class ConnectionPool {
  private static final long LONGEST_WAIT_MILLIS = TimeUnit.SECONDS.toMillis(10);

  private ConnectionPool() {}

  static HikariDataSource over(DataSource source, int size) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("ichido-store");
    config.setDataSource(KeptStatements.over(source));
    config.setAutoCommit(false);
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(LONGEST_WAIT_MILLIS);
    return new HikariDataSource(config);
  }
}
