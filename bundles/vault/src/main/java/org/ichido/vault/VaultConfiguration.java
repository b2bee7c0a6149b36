package org.ichido.vault;

import org.jspecify.annotations.Nullable;

/**
 * {@code etc/org.ichido.vault.cfg}. A change makes a new vault, which reads its keystore anew.
 * Method names are keys of that file with the dot written as {@code _} (OSGi Compendium section
 * 112.8.2.1).
 */
@SuppressWarnings("MemberName") // the mapping of Declarative Services, not ours to choose
public @interface VaultConfiguration {
  /**
   * @return {@code keystore.file}: the PKCS#12 file with the keys
   */
  @Nullable String keystore_file();

  /**
   * @return {@code password.file}: the file that holds the keystore's password and nothing else.
   *     Best in another directory than the keystore, so that no single backup has both.
   */
  @Nullable String password_file();
}
