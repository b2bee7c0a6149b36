package org.ichido.vault;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ichido.api.TransportKey;
import org.ichido.api.VaultUnavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pairs to which others encrypt: those of the keystore, of which the newest is told and all
 * open. A keystore without any, as every new one and every one of an earlier version is, gets the
 * pair that follows from its oldest seed key. So copies of one keystore, and one that is put back
 * from an old backup, come to the same pair, whenever and wherever it is added.
 *
 * <p>Thread-safe, and takes no lock while it makes a pair: whoever comes meanwhile makes the same
 * one. A pair that cannot be written is used all the same, with a warning.
 */
final class Transport {
  private static final Logger LOG = LoggerFactory.getLogger(Transport.class);

  private final Supplier<Keystore> keystore;
  private volatile @Nullable List<TransportPair> pairs;
  private volatile Optional<String> trouble = Optional.empty();

  Transport(Supplier<Keystore> keystore) {
    this.keystore = keystore;
  }

  /**
   * @param keys the vault's keys, the same at every call
   */
  TransportKey key(Keys keys) {
    return pairs(keys).get(0).key();
  }

  /**
   * @param keys the vault's keys, the same at every call
   */
  Optional<byte[]> decrypt(Keys keys, byte[] ciphertext) {
    for (TransportPair pair : pairs(keys)) {
      Optional<byte[]> plain = pair.decrypt(ciphertext);
      if (plain.isPresent()) {
        return plain;
      }
    }
    return Optional.empty();
  }

  /**
   * @return why the pair in use could not be written; empty if there is no such trouble
   */
  Optional<String> trouble() {
    return trouble;
  }

  private List<TransportPair> pairs(Keys keys) {
    List<TransportPair> known = pairs;
    if (known == null) {
      known = keys.transports().isEmpty() ? made(keys) : keys.transports();
      pairs = known;
    }
    return known;
  }

  private List<TransportPair> made(Keys keys) {
    TransportPair derived = TransportPair.derivedFrom(keys.oldest());
    try {
      Keystore files = keystore.get();
      if (!files.add(derived, keys)) {
        return files.read().transports();
      }
      LOG.info("ICH-VAULT-002 Added the key pair {} to the keystore {}", derived.key().id(), files);
    } catch (VaultUnavailable e) {
      String problem = derived.key().id() + " is in use, but not written: " + e.getMessage();
      LOG.warn("ICH-VAULT-003 The key pair {}", problem);
      trouble = Optional.of(problem);
    }
    return List.of(derived);
  }
}
