package org.ichido.vault;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Map;
import java.util.random.RandomGenerator;
import javax.crypto.SecretKey;
import org.ichido.api.VaultUnavailable;
import org.ichido.spi.OwnerOnlyFile;
import org.ichido.spi.UnusableFile;
import org.jspecify.annotations.Nullable;

/** A PKCS#12 keystore and the file with its password. Thread-safe; keeps nothing in memory. */
final class Keystore {
  private static final String TYPE = "PKCS12";

  private final OwnerOnlyFile file;
  private final OwnerOnlyFile passwordFile;

  Keystore(OwnerOnlyFile file, OwnerOnlyFile passwordFile) {
    this.file = file;
    this.passwordFile = passwordFile;
  }

  /**
   * @throws VaultUnavailable if a key names no file
   */
  static Keystore configured(VaultConfiguration configuration) {
    return new Keystore(
        configured("keystore.file", configuration.keystore_file()),
        configured("password.file", configuration.password_file()));
  }

  private static OwnerOnlyFile configured(String key, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new VaultUnavailable("etc/org.ichido.vault.cfg: " + key + " is missing; name a file");
    }
    try {
      return new OwnerOnlyFile(Path.of(value.strip()));
    } catch (InvalidPathException e) {
      throw new VaultUnavailable("etc/org.ichido.vault.cfg: " + key + " is no path of a file", e);
    }
  }

  /**
   * @return whether there certainly is no keystore
   * @throws VaultUnavailable if that cannot be said
   */
  boolean missing() {
    try {
      return file.missing();
    } catch (UnusableFile e) {
      throw unavailable(e);
    }
  }

  /**
   * Makes a keystore with new keys, and its password unless that is there already: a crash may have
   * come between the two. The password is on the disk before any key needs it.
   *
   * @param random where keys and password come from
   * @return whether it was made; false if another process was faster, whose keystore stands
   * @throws VaultUnavailable if it could not be made
   */
  boolean make(RandomGenerator random) {
    try {
      if (passwordFile.missing()) {
        passwordFile.createPassword(random);
      }
      return make(random, password());
    } catch (UnusableFile e) {
      throw unavailable(e);
    }
  }

  private boolean make(RandomGenerator random, char[] password) throws UnusableFile {
    byte[] seed = randomBytes(random, Keys.LENGTH);
    byte[] fingerprint = randomBytes(random, Keys.LENGTH);
    try {
      return file.create(encoded(Keys.entries(seed, fingerprint), password));
    } catch (UnusableFile e) {
      throw e;
    } catch (GeneralSecurityException | IOException e) {
      throw new VaultUnavailable("this JVM cannot make a PKCS#12 keystore for " + file, e);
    } finally {
      Arrays.fill(seed, (byte) 0);
      Arrays.fill(fingerprint, (byte) 0);
      Arrays.fill(password, '\0');
    }
  }

  /**
   * @return the keys
   * @throws VaultUnavailable if a file is missing, damaged or open to others; nothing is changed
   */
  Keys read() {
    try {
      return opened(file.read(), password());
    } catch (UnusableFile e) {
      throw unavailable(e);
    }
  }

  private Keys opened(byte[] content, char[] password) {
    try {
      KeyStore store = KeyStore.getInstance(TYPE);
      store.load(new ByteArrayInputStream(content), password);
      return Keys.of(store, password, file.toString());
    } catch (VaultUnavailable e) {
      throw e;
    } catch (GeneralSecurityException | IOException | RuntimeException e) {
      // PKCS#12 cannot tell the two apart: its checksum is made with the password.
      throw new VaultUnavailable(
          "%s is damaged, or the password in %s is not its own; restore both from one backup"
              .formatted(file, passwordFile),
          e);
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  private char[] password() throws UnusableFile {
    if (passwordFile.missing()) {
      throw new VaultUnavailable(
          "%s, the password of %s, is missing; restore it from backup"
              .formatted(passwordFile, file));
    }
    byte[] bytes = passwordFile.read();
    try {
      int length = bytes.length;
      while (length > 0 && (bytes[length - 1] == '\n' || bytes[length - 1] == '\r')) {
        length--;
      }
      char[] password = new char[length];
      for (int i = 0; i < length; i++) {
        password[i] = visible(bytes[i]);
      }
      if (length == 0) {
        throw noPassword();
      }
      return password;
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private char visible(byte ascii) {
    if (ascii <= ' ' || ascii > '~') {
      throw noPassword();
    }
    return (char) ascii;
  }

  private static VaultUnavailable unavailable(UnusableFile e) {
    return new VaultUnavailable(e.words(), e);
  }

  private VaultUnavailable noPassword() {
    return new VaultUnavailable(
        "%s must hold the password of %s, one line of visible ASCII characters, and nothing else;"
                .formatted(passwordFile, file)
            + " restore it from backup");
  }

  private static byte[] encoded(Map<String, SecretKey> keys, char[] password)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(TYPE);
    store.load(null, password);
    for (Map.Entry<String, SecretKey> key : keys.entrySet()) {
      store.setEntry(
          key.getKey(),
          new KeyStore.SecretKeyEntry(key.getValue()),
          new KeyStore.PasswordProtection(password));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    store.store(bytes, password);
    return bytes.toByteArray();
  }

  private static byte[] randomBytes(RandomGenerator random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
