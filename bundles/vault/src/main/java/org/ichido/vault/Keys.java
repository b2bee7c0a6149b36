package org.ichido.vault;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.KeyStore.PasswordProtection;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.ichido.api.VaultUnavailable;

/**
 * The keys of a keystore: AES-256 keys {@code seed-1}, {@code seed-2} … for seeds, of which the
 * newest seals and all open, and {@code fingerprint-1} for HMAC-SHA-256. There is one fingerprint
 * key for ever: with another, an honest resend would look like other content. Beside them the pairs
 * {@code transport-1}, {@code transport-2} … as far as they are there. Immutable.
 */
final class Keys {
  static final int LENGTH = 32;

  private static final String FINGERPRINT = "fingerprint-1";
  private static final Pattern NUMBERED = Pattern.compile("(seed|transport)-([1-9][0-9]{0,8})");

  private final NavigableMap<Integer, SecretKey> seeds;
  private final SecretKey fingerprint;
  private final List<TransportPair> transports;

  private Keys(
      NavigableMap<Integer, SecretKey> seeds,
      SecretKey fingerprint,
      NavigableMap<Integer, TransportPair> transports) {
    this.seeds = seeds;
    this.fingerprint = fingerprint;
    this.transports = List.copyOf(transports.descendingMap().values());
  }

  /**
   * @param seed 32 random bytes, for the first epoch
   * @param fingerprint 32 random bytes; the caller wipes both
   * @return the entries of a new keystore
   */
  static Map<String, SecretKey> entries(byte[] seed, byte[] fingerprint) {
    return Map.of(
        "seed-1",
        new SecretKeySpec(seed, "AES"),
        FINGERPRINT,
        new SecretKeySpec(fingerprint, "HmacSHA256"));
  }

  /**
   * @param store a keystore that was opened
   * @param password the password of its entries
   * @param file how messages name it
   * @throws VaultUnavailable if an entry is missing or of another kind
   */
  static Keys of(KeyStore store, char[] password, String file) throws GeneralSecurityException {
    NavigableMap<Integer, SecretKey> seeds = new TreeMap<>();
    NavigableMap<Integer, TransportPair> transports = new TreeMap<>();
    for (String alias : Collections.list(store.aliases())) {
      Matcher matcher = NUMBERED.matcher(alias);
      if (matcher.matches()) {
        Integer number = Integer.valueOf(matcher.group(2));
        if (matcher.group(1).equals("seed")) {
          seeds.put(number, key(store, alias, password, file));
        } else {
          transports.put(number, pair(store, alias, password, file));
        }
      }
    }
    if (seeds.isEmpty()) {
      throw missing("seed-1", file);
    }
    return new Keys(seeds, key(store, FINGERPRINT, password, file), transports);
  }

  int newestEpoch() {
    return seeds.lastKey();
  }

  /**
   * @return all epochs, ascending
   */
  Set<Integer> epochs() {
    return seeds.keySet();
  }

  SecretKey newest() {
    return seeds.lastEntry().getValue();
  }

  SecretKey oldest() {
    return seeds.firstEntry().getValue();
  }

  Optional<SecretKey> ofEpoch(int epoch) {
    return Optional.ofNullable(seeds.get(epoch));
  }

  SecretKey fingerprint() {
    return fingerprint;
  }

  /**
   * @return the pairs, the newest first; perhaps none
   */
  List<TransportPair> transports() {
    return transports;
  }

  /**
   * @return whether the other has the same secret keys, whatever its pairs are
   */
  boolean hasTheSecretsOf(Keys other) {
    return seeds.equals(other.seeds) && fingerprint.equals(other.fingerprint);
  }

  /** The epochs. A key's own toString would give away a hash of it. */
  @Override
  public String toString() {
    return "Keys(epochs " + seeds.keySet() + ")";
  }

  private static SecretKey key(KeyStore store, String alias, char[] password, String file)
      throws GeneralSecurityException {
    Key key = store.getKey(alias, password);
    if (!(key instanceof SecretKey secret)) {
      throw missing(alias, file);
    }
    byte[] bytes = secret.getEncoded();
    int length = bytes.length;
    Arrays.fill(bytes, (byte) 0);
    if (length != LENGTH) {
      throw new VaultUnavailable(
          "%s: the key %s has %d bytes instead of %d; restore the file from backup"
              .formatted(file, alias, length, LENGTH));
    }
    return secret;
  }

  private static TransportPair pair(KeyStore store, String alias, char[] password, String file)
      throws GeneralSecurityException {
    return TransportPair.of(alias, store.getEntry(alias, new PasswordProtection(password)))
        .orElseThrow(
            () ->
                new VaultUnavailable(
                    "%s: %s is no RSA pair of %d bits; restore the file from backup, or delete"
                            .formatted(file, alias, TransportPair.BITS)
                        + " the entry if it was new"));
  }

  private static VaultUnavailable missing(String alias, String file) {
    return new VaultUnavailable(
        file
            + " has no secret key "
            + alias
            + ": it is no keystore of this vault, or was altered;"
            + " restore it from backup");
  }
}
