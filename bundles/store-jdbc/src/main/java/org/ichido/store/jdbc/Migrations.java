package org.ichido.store.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Brings the tables up to this bundle's version, by numbered scripts that are never changed. */
final class Migrations {
  private static final String VERSIONS =
      "CREATE TABLE IF NOT EXISTS schema_version ("
          + "version INTEGER NOT NULL, script VARCHAR(100) NOT NULL, sha256 VARCHAR(64) NOT NULL, "
          + "CONSTRAINT schema_version_pk PRIMARY KEY (version))";

  private record Applied(String script, String sha256) {}

  private final String folder;
  private final List<String> scripts;

  Migrations(String folder, List<String> scripts) {
    this.folder = folder;
    this.scripts = List.copyOf(scripts);
  }

  /**
   * @return the version that the tables have now
   * @throws StoreDown if the database is newer than this bundle, or made by other scripts
   */
  int bringUp(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(VERSIONS);
    }
    NavigableMap<Integer, Applied> applied = applied(connection);
    if (!applied.isEmpty() && applied.lastKey() > scripts.size()) {
      throw new StoreDown(
          "The database has schema version %d (%s), but this bundle knows versions up to %d. Deploy the newer bundle again, or restore the backup made before it."
              .formatted(applied.lastKey(), applied.lastEntry().getValue().script, scripts.size()));
    }
    for (int version = 1; version <= scripts.size(); version++) {
      String script = scripts.get(version - 1);
      byte[] content = content(script);
      String sha256 = sha256(content);
      Applied before = applied.get(version);
      if (before == null) {
        apply(connection, version, script, content, sha256);
      } else if (!before.sha256.equals(sha256)) {
        throw new StoreDown(
            "Schema version %d was made by %s with SHA-256 %s, but this bundle's %s has %s. Deploy the bundle that belongs to the database."
                .formatted(version, before.script, before.sha256, script, sha256));
      }
    }
    return scripts.size();
  }

  private static NavigableMap<Integer, Applied> applied(Connection connection) throws SQLException {
    NavigableMap<Integer, Applied> applied = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT version, script, sha256 FROM schema_version")) {
      while (row.next()) {
        applied.put(row.getInt(1), new Applied(row.getString(2), row.getString(3)));
      }
    }
    return applied;
  }

  private static void apply(
      Connection connection, int version, String script, byte[] content, String sha256)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements(new String(content, StandardCharsets.UTF_8))) {
        statement.execute(sql);
      }
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO schema_version (version, script, sha256) VALUES (?, ?, ?)")) {
      insert.setInt(1, version);
      insert.setString(2, script);
      insert.setString(3, sha256);
      insert.executeUpdate();
    }
  }

  static List<String> statements(String script) {
    return Arrays.stream(script.split(";\\s*\\n", -1)).filter(sql -> !sql.isBlank()).toList();
  }

  private byte[] content(String script) {
    try (InputStream in = Migrations.class.getResourceAsStream(folder + script)) {
      if (in == null) {
        throw new StoreDown("This bundle lacks its schema script " + folder + script);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new StoreDown("This bundle's schema script " + script + " cannot be read: " + e, e);
    }
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new StoreDown("This Java has no SHA-256; use another", e);
    }
  }
}
