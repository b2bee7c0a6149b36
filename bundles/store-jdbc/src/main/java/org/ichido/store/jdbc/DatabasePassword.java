package org.ichido.store.jdbc;

import java.nio.file.Path;
import java.util.random.RandomGenerator;
import org.ichido.spi.OwnerOnlyFile;
import org.ichido.spi.UnusableFile;

/**
 * The password of the database user. Nobody types it and nobody needs to know it: it is random, in
 * a file of its own, made together with the database (T32).
 */
final class DatabasePassword {
  private DatabasePassword() {}

  /**
   * @param databaseExists whether there is a database that already has a password
   * @throws StoreDown if the file is missing beside a database, empty, or open to others
   */
  static String of(Path path, boolean databaseExists, RandomGenerator random) {
    OwnerOnlyFile file = new OwnerOnlyFile(path);
    try {
      if (file.missing()) {
        if (databaseExists) {
          throw new StoreDown(
              "The database exists, but the file with its password is missing: "
                  + file
                  + ". Put it back from the backup; a new one would not open the database.");
        }
        file.createPassword(random);
      }
      String password = file.readPassword();
      if (password.isEmpty()) {
        throw new StoreDown(
            "The password file is empty: " + file + ". Put it back from the backup.");
      }
      return password;
    } catch (UnusableFile e) {
      throw new StoreDown("The password of the database is not to be had: " + e.words(), e);
    }
  }
}
