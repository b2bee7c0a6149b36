package org.ichido.store.jdbc;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The configuration, checked.
 *
 * @param url where the database is
 * @param user the database user
 * @param passwordFile where the password is kept
 * @param lockFile what is locked while the store is open
 * @param poolSize how many connections
 * @param floor the least free space, in bytes
 */
public record StoreSettings(
    String url, String user, Path passwordFile, Path lockFile, int poolSize, long floor) {
  static final long MEGABYTE = 1024L * 1024;
  private static final String FILE = "etc/org.ichido.store.cfg";

  /** Refuses what cannot be used. */
  public StoreSettings {
    require(!url.isBlank(), "url: is missing");
    require(
        !user.isBlank() && !user.toUpperCase(Locale.ROOT).equals("SA"),
        "user: must be a name, and not SA, which everybody tries first");
    require(poolSize >= 2 && poolSize <= 64, "pool.size: must be 2 to 64, but is " + poolSize);
    require(floor >= 0, "free.space.floor: must not be negative");
  }

  /**
   * @throws StoreDown if a value cannot be used
   */
  static StoreSettings of(StoreConfig config) {
    return new StoreSettings(
        config.url().strip(),
        config.user().strip(),
        path("password.file", config.password_file().strip()),
        path("lock.file", config.lock_file().strip()),
        config.pool_size(),
        config.free_space_floor() * MEGABYTE);
  }

  /**
   * @return where it is noted how far the audit has come: beside the lock file, with the ending
   *     {@code .head}. Never part of a backup of the database.
   */
  Path headFile() {
    return lockFile.resolveSibling(lockFile.getFileName() + ".head");
  }

  private static Path path(String key, String value) {
    require(!value.isEmpty(), key + ": is missing");
    try {
      return Path.of(value).toAbsolutePath();
    } catch (InvalidPathException e) {
      throw new StoreDown(FILE + ": " + key + ": is no path: " + e.getReason(), e);
    }
  }

  private static void require(boolean condition, String problem) {
    if (!condition) {
      throw new StoreDown(FILE + ": " + problem);
    }
  }
}
