package org.ichido.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import javax.sql.DataSource;
import org.hsqldb.jdbc.JDBCDataSource;
import org.hsqldb.jdbc.JDBCPreparedStatement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeptStatementsTest {
  private static final String INSERT = "INSERT INTO t (id) VALUES (?)";

  private DataSource source;
  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    JDBCDataSource hsqldb = new JDBCDataSource();
    hsqldb.setUrl("jdbc:hsqldb:mem:kept");
    source = KeptStatements.over(hsqldb);
    connection = source.getConnection();
    connection.setAutoCommit(false);
    connection.createStatement().execute("CREATE TABLE t (id INTEGER PRIMARY KEY)");
  }

  @AfterEach
  void shutDown() throws SQLException {
    connection.createStatement().execute("SHUTDOWN");
  }

  @Test
  void whatWasClosedIsHandedOutAgain() throws SQLException {
    JDBCPreparedStatement first = insertAndClose(1);
    assertThat(insertAndClose(2)).isSameAs(first);
    assertThat(first.isClosed()).isFalse();
    assertThat(count()).isEqualTo(2);
  }

  @Test
  void itIsGoodAfterCommitAndRollbackToo() throws SQLException {
    JDBCPreparedStatement first = insertAndClose(1);
    connection.commit();
    assertThat(insertAndClose(2)).isSameAs(first);
    connection.rollback();
    assertThat(insertAndClose(3)).isSameAs(first);
    assertThat(count()).isEqualTo(2);
  }

  @Test
  void twoThatAreOpenAtOnceAreTwo() throws SQLException {
    insertAndClose(3);
    try (PreparedStatement one = connection.prepareStatement(INSERT);
        PreparedStatement other = connection.prepareStatement(INSERT)) {
      one.setInt(1, 1);
      other.setInt(1, 2);
      one.executeUpdate();
      other.executeUpdate();
    }
    assertThat(count()).isEqualTo(3);
  }

  @Test
  void everyConnectionHasItsOwn() throws SQLException {
    JDBCPreparedStatement mine = insertAndClose(1);
    try (Connection other = source.getConnection();
        PreparedStatement theirs = other.prepareStatement(INSERT)) {
      assertThat(theirs.unwrap(JDBCPreparedStatement.class)).isNotSameAs(mine);
    }
  }

  @Test
  void anErrorComesAsTheEngineThrewItAndTheStatementGoesOn() throws SQLException {
    JDBCPreparedStatement first = insertAndClose(1);
    assertThatThrownBy(() -> insertAndClose(1))
        .isInstanceOf(SQLIntegrityConstraintViolationException.class);
    assertThat(insertAndClose(2)).isSameAs(first);
    assertThatThrownBy(() -> connection.prepareStatement("NO SQL"))
        .isInstanceOf(SQLException.class);
  }

  @Test
  void theTableMayChangeMeanwhile() throws SQLException {
    insertAndClose(1);
    connection.createStatement().execute("ALTER TABLE t ADD COLUMN more INTEGER DEFAULT 7");
    insertAndClose(2);
    assertThat(count()).isEqualTo(2);
  }

  @Test
  void moreThanItKeepsIsClosedAsUsual() throws SQLException {
    for (int i = 0; i < KeptStatements.MOST; i++) {
      connection.prepareStatement("VALUES (" + i + ")").close();
    }
    assertThat(insertAndClose(1).isClosed()).isTrue();
  }

  private JDBCPreparedStatement insertAndClose(int id) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setInt(1, id);
      insert.executeUpdate();
      return insert.unwrap(JDBCPreparedStatement.class);
    }
  }

  private int count() throws SQLException {
    try (PreparedStatement select = connection.prepareStatement("SELECT COUNT(*) FROM t");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getInt(1);
    }
  }
}
