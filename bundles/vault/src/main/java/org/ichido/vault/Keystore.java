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
  private final KeystorePassword password;

  Keystore(OwnerOnlyFile file, OwnerOnlyFile passwordFile) {
    this.file = file;
    this.password = new KeystorePassword(passwordFile, file);
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
      password.makeIfMissing(random);
      return make(random, password.read());
    } catch (UnusableFile e) {
      throw unavailable(e);
    }
  }

  private boolean make(RandomGenerator random, char[] secret) throws UnusableFile {
    byte[] seed = randomBytes(random, Keys.LENGTH);
    byte[] fingerprint = randomBytes(random, Keys.LENGTH);
    try {
      return file.create(encoded(Keys.entries(seed, fingerprint), secret));
    } catch (UnusableFile e) {
      throw e;
    } catch (GeneralSecurityException | IOException e) {
      throw new VaultUnavailable("this JVM cannot make a PKCS#12 keystore for " + file, e);
    } finally {
      Arrays.fill(seed, (byte) 0);
      Arrays.fill(fingerprint, (byte) 0);
      Arrays.fill(secret, '\0');
    }
  }

  /**
   * @return the keys
   * @throws VaultUnavailable if a file is missing, damaged or open to others; nothing is changed
   */
  Keys read() {
    try {
      byte[] content = file.read();
      char[] secret = password.read();
      try {
        return keys(loaded(content, secret), secret);
      } finally {
        Arrays.fill(secret, '\0');
      }
    } catch (UnusableFile e) {
      throw unavailable(e);
    }
  }

  /**
   * Adds a pair beside the entries that are there, if there is no pair yet. The file is replaced at
   * once, by what was opened once more and found to have all its keys.
   *
   * @param pair the pair
   * @param known the keys that the file must have
   * @return whether it was added; false if the file has a pair by now
   * @throws VaultUnavailable if the pair is not in the file, which then stands as it was: it has
   *     other keys, or cannot be read or replaced
   */
  boolean add(TransportPair pair, Keys known) {
    try {
      byte[] former = file.read();
      char[] secret = password.read();
      try {
        KeyStore store = loaded(former, secret);
        Keys present = keys(store, secret);
        if (!present.hasTheSecretsOf(known)) {
          throw new VaultUnavailable(
              file + " has other keys than those in use; restart, so that they are read");
        }
        // What somebody else changed at the same moment is read, and added to in its turn.
        return present.transports().isEmpty()
            && (file.replace(former, with(pair, store, known, secret)) || add(pair, known));
      } finally {
        Arrays.fill(secret, '\0');
      }
    } catch (UnusableFile e) {
      throw unavailable(e);
    }
  }

  private byte[] with(TransportPair pair, KeyStore store, Keys known, char[] secret) {
    try {
      String alias = pair.key().id();
      store.setEntry(alias, pair.entry(), new KeyStore.PasswordProtection(secret));
      byte[] content = encoded(store, secret);
      Keys written = keys(loaded(content, secret), secret);
      if (!written.hasTheSecretsOf(known)
          || written.transports().size() != 1
          || !written.transports().get(0).hasTheKeyOf(pair)) {
        throw new VaultUnavailable(
            "this JVM does not write %s as it reads it; check its providers".formatted(file));
      }
      return content;
    } catch (GeneralSecurityException | IOException e) {
      throw new VaultUnavailable("this JVM cannot add a key pair to " + file, e);
    }
  }

  private KeyStore loaded(byte[] content, char[] secret) {
    try {
      KeyStore store = KeyStore.getInstance(TYPE);
      store.load(new ByteArrayInputStream(content), secret);
      return store;
    } catch (GeneralSecurityException | IOException | RuntimeException e) {
      throw damaged(e);
    }
  }

  private Keys keys(KeyStore store, char[] secret) {
    try {
      return Keys.of(store, secret, file.toString());
    } catch (VaultUnavailable e) {
      throw e;
    } catch (GeneralSecurityException | RuntimeException e) {
      throw damaged(e);
    }
  }

  /** PKCS#12 cannot tell the two apart: its checksum is made with the password. */
  private VaultUnavailable damaged(Exception cause) {
    return new VaultUnavailable(
        "%s is damaged, or the password in %s is not its own; restore both from one backup"
            .formatted(file, password),
        cause);
  }

  private static VaultUnavailable unavailable(UnusableFile e) {
    return new VaultUnavailable(e.words(), e);
  }

  private static byte[] encoded(Map<String, SecretKey> keys, char[] secret)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(TYPE);
    store.load(null, secret);
    for (Map.Entry<String, SecretKey> key : keys.entrySet()) {
      store.setEntry(
          key.getKey(),
          new KeyStore.SecretKeyEntry(key.getValue()),
          new KeyStore.PasswordProtection(secret));
    }
    return encoded(store, secret);
  }

  private static byte[] encoded(KeyStore store, char[] secret)
      throws GeneralSecurityException, IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    store.store(bytes, secret);
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
