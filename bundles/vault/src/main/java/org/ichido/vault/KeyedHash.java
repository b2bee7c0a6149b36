package org.ichido.vault;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.ichido.api.VaultUnavailable;

/** HMAC-SHA-256 under one key. Thread-safe. */
final class KeyedHash {
  private static final String ALGORITHM = "HmacSHA256";

  private final Workers<Mac> macs;

  KeyedHash(SecretKey key) {
    this.macs =
        new Workers<>(
            () -> {
              Mac mac = Mac.getInstance(ALGORITHM);
              mac.init(key);
              return mac;
            });
  }

  byte[] of(byte[] data) {
    try {
      Mac mac = macs.take();
      // Leaves the MAC as it was after init, ready for the next.
      byte[] hash = mac.doFinal(data);
      macs.giveBack(mac);
      return hash;
    } catch (GeneralSecurityException e) {
      throw new VaultUnavailable("this JVM has no " + ALGORITHM + "; check its providers", e);
    }
  }
}
