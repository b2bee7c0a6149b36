package org.ichido.oath;

import java.security.GeneralSecurityException;
import java.util.concurrent.atomic.AtomicReferenceArray;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.ichido.api.Seed;
import org.jspecify.annotations.Nullable;

/**
 * HMACs of one hash function, a few of them kept for use again: to get one from its provider costs
 * as much as the codes of a request (P1). An idle one holds no seed. Thread-safe.
 */
final class Hmacs {
  static final int KEPT = 32;

  private static final SecretKey BLANK = new SecretKeySpec(new byte[1], "RAW");

  /** Each thread looks first where it left one: no lock, and no queue to meet at. */
  private final AtomicReferenceArray<@Nullable Mac> idle = new AtomicReferenceArray<>(KEPT);

  private final String algorithm;

  /**
   * @param algorithm the name in the JCA
   */
  Hmacs(String algorithm) {
    this.algorithm = algorithm;
  }

  /**
   * @param seed the key; stays open
   * @return one for the caller alone, idle or new; never waits
   */
  Mac keyed(Seed seed) {
    Mac known = take();
    try {
      Mac mac = known == null ? Mac.getInstance(algorithm) : known;
      mac.init(new SeedKey(seed, algorithm));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JVM has no " + algorithm, e);
    }
  }

  /**
   * Takes one back, and overwrites the padded key inside it by keying it anew; the one too many is
   * dropped.
   *
   * @param mac what {@link #keyed} gave
   */
  void giveBack(Mac mac) {
    try {
      mac.init(BLANK);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JVM's HMAC refuses a key of one byte", e);
    }
    int first = first();
    for (int i = 0; i < KEPT; i++) {
      if (idle.compareAndSet((first + i) % KEPT, null, mac)) {
        return;
      }
    }
  }

  private @Nullable Mac take() {
    int first = first();
    for (int i = 0; i < KEPT; i++) {
      int place = (first + i) % KEPT;
      Mac mac = idle.get(place);
      if (mac != null && idle.compareAndSet(place, mac, null)) {
        return mac;
      }
    }
    return null;
  }

  private static int first() {
    return (int) (Thread.currentThread().getId() % KEPT);
  }
}
