package org.ichido.mail;

import org.ichido.spi.InvalidSetting;
import org.ichido.spi.OwnerOnlyFile;
import org.ichido.spi.UnusableFile;

/**
 * Who we are to the mail server. Holds no password: that is read from its file for every mail, so
 * that a new one takes effect without a change of the configuration.
 *
 * @param user the name
 * @param file where the password is
 */
record Login(String user, OwnerOnlyFile file) {
  static final String FILE_KEY = "password.file";

  /**
   * @throws InvalidSetting if there is none, or others than its owner might have read it
   */
  String password() throws InvalidSetting {
    try {
      if (file.missing()) {
        throw new InvalidSetting(
            FILE_KEY, file + " is missing: write the password of " + user + " there, chmod 600");
      }
      String password = file.readPassword();
      if (password.isEmpty()) {
        throw new InvalidSetting(FILE_KEY, file + " is empty: write the password of " + user);
      }
      return password;
    } catch (UnusableFile e) {
      throw new InvalidSetting(FILE_KEY, e.words());
    }
  }
}
