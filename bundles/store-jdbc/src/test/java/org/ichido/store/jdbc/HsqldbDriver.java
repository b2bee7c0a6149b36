package org.ichido.store.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import javax.sql.XADataSource;
import org.hsqldb.jdbc.JDBCDataSource;
import org.osgi.service.jdbc.DataSourceFactory;

/** The driver as the OSGi service registry would give it; counts the commits. */
final class HsqldbDriver implements DataSourceFactory {
  /** Commits of transactions, counted where the engine is called. */
  final AtomicLong commits = new AtomicLong();

  /** The text of every statement that was prepared. */
  final Set<String> prepared = ConcurrentHashMap.newKeySet();

  /** How often a prepared statement was executed. */
  final AtomicInteger executed = new AtomicInteger();

  /** Data sources made: the attempts to open. */
  final AtomicLong opened = new AtomicLong();

  /** Throws an Error after a commit was made, as long as it is set. */
  volatile boolean breaksAfterCommit;

  /** Throws an Error instead of a rollback to a savepoint, as long as it is set. */
  volatile boolean breaksInUndoing;

  @Override
  public DataSource createDataSource(Properties properties) {
    opened.incrementAndGet();
    JDBCDataSource source = new JDBCDataSource();
    source.setUrl(properties.getProperty(JDBC_URL));
    source.setUser(properties.getProperty(JDBC_USER));
    source.setPassword(properties.getProperty(JDBC_PASSWORD));
    return (DataSource)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> {
              Object result = invoke(method, source, arguments);
              return result instanceof Connection connection ? counting(connection) : result;
            });
  }

  private Connection counting(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("commit")) {
                commits.incrementAndGet();
              }
              if (method.getName().equals("prepareStatement")) {
                prepared.add(String.valueOf(arguments[0]));
              }
              if (breaksInUndoing && method.getName().equals("rollback") && arguments != null) {
                throw new OutOfMemoryError("on purpose");
              }
              Object result = invoke(method, connection, arguments);
              if (breaksAfterCommit && method.getName().equals("commit")) {
                throw new OutOfMemoryError("on purpose");
              }
              return result instanceof PreparedStatement statement ? counting(statement) : result;
            });
  }

  private PreparedStatement counting(PreparedStatement statement) {
    return (PreparedStatement)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {PreparedStatement.class},
            (proxy, method, arguments) -> {
              if (method.getName().startsWith("execute")) {
                executed.incrementAndGet();
              }
              return invoke(method, statement, arguments);
            });
  }

  private static Object invoke(Method method, Object target, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
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
