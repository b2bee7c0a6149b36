package org.ichido.broker;

import java.nio.file.Path;
import java.util.random.RandomGenerator;
import org.ichido.spi.OwnerOnlyFile;
import org.ichido.spi.UnusableFile;

/**
 * One owner-only file for each user, with that user's password: made when first asked for, the same
 * ever after. An operator may put an own password there.
 */
final class PasswordFiles {
  private static final int SHORTEST = 16;

  private final Path directory;
  private final RandomGenerator random;

  PasswordFiles(Path directory, RandomGenerator random) {
    this.directory = directory;
    this.random = random;
  }

  /**
   * @return the user's password, at least 16 characters
   * @throws CannotRun if it cannot be kept or read, others may read it, or it is too short
   */
  String password(String user) throws CannotRun {
    OwnerOnlyFile file = new OwnerOnlyFile(directory.resolve(user));
    try {
      if (file.missing()) {
        file.createPassword(random);
      }
      String password = file.readPassword();
      if (password.length() < SHORTEST) {
        throw new CannotRun(
            "%s holds fewer than %d characters: delete it, and a new one is made at the next start"
                .formatted(file, SHORTEST));
      }
      return password;
    } catch (UnusableFile e) {
      throw new CannotRun(e);
    }
  }
}
