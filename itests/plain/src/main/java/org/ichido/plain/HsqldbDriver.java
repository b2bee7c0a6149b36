package org.ichido.plain;

import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import javax.sql.XADataSource;
import org.hsqldb.jdbc.JDBCDataSource;
import org.osgi.service.jdbc.DataSourceFactory;

/** The driver as the OSGi service registry would give it. */
final class HsqldbDriver implements DataSourceFactory {
  @Override
  public DataSource createDataSource(Properties properties) {
    JDBCDataSource source = new JDBCDataSource();
    source.setUrl(properties.getProperty(JDBC_URL));
    source.setUser(properties.getProperty(JDBC_USER));
    source.setPassword(properties.getProperty(JDBC_PASSWORD));
    return source;
  }

  @Override
  public ConnectionPoolDataSource createConnectionPoolDataSource(Properties properties)
      throws SQLException {
    throw new SQLException("not needed");
  }

  @Override
  public XADataSource createXADataSource(Properties properties) throws SQLException {
    throw new SQLException("not needed");
  }

  @Override
  public Driver createDriver(Properties properties) throws SQLException {
    throw new SQLException("not needed");
  }
}
