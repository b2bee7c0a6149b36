package org.ichido.store.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Connections that keep what was prepared on them: to close a statement only gives it back. HSQLDB
 * parses and plans a statement anew each time it is prepared, which costs several times what it
 * then does (P3, P5), and the pool keeps connections but no statements.
 *
 * <p>A statement belongs to one connection, so it is used by one thread at a time.
 */
final class KeptStatements {
  /** More than the store has; what is beyond is prepared and closed as usual. */
  static final int MOST = 120;

  private static final ClassLoader LOADER = KeptStatements.class.getClassLoader();

  private final Connection connection;
  private final Map<String, PreparedStatement> idle = new HashMap<>();

  private KeptStatements(Connection connection) {
    this.connection = connection;
  }

  /**
   * @param source makes connections
   * @return makes the same, with a memory
   */
  static DataSource over(DataSource source) {
    return proxy(
        DataSource.class,
        (proxy, method, arguments) -> {
          Object made = call(source, method, arguments);
          return made instanceof Connection connection
              ? proxy(Connection.class, new KeptStatements(connection)::onConnection)
              : made;
        });
  }

  private @Nullable Object onConnection(Object proxy, Method method, @Nullable Object[] arguments)
      throws Throwable {
    if (method.getName().equals("prepareStatement") && method.getParameterCount() == 1) {
      return prepared(String.valueOf(arguments[0]));
    }
    return call(connection, method, arguments);
  }

  private PreparedStatement prepared(String sql) throws SQLException {
    // Out of the map while it is open: whoever prepares the same meanwhile gets another.
    PreparedStatement known = idle.remove(sql);
    PreparedStatement statement = known == null ? connection.prepareStatement(sql) : known;
    return proxy(
        PreparedStatement.class,
        (proxy, method, arguments) -> {
          if (method.getName().equals("close")) {
            giveBack(sql, statement);
            return null;
          }
          return call(statement, method, arguments);
        });
  }

  private void giveBack(String sql, PreparedStatement statement) throws SQLException {
    if (idle.size() >= MOST || idle.putIfAbsent(sql, statement) != null) {
      statement.close();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(LOADER, new Class<?>[] {type}, handler));
  }

  /** What the engine throws comes out as it was thrown. */
  private static @Nullable Object call(Object target, Method method, @Nullable Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
