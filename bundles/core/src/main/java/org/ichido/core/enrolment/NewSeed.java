package org.ichido.core.enrolment;

import java.util.Arrays;
import org.ichido.api.HashFunction;
import org.ichido.api.Seed;
import org.ichido.api.TokenId;
import org.ichido.api.act.Ciphertext;
import org.ichido.core.secret.AppKey;
import org.ichido.core.work.Snapshot;
import org.ichido.spi.SealedSeed;

/**
 * A seed that was just made, in the two forms in which alone it exists from here on.
 *
 * @param sealed for the store
 * @param delivered for the app
 */
record NewSeed(SealedSeed sealed, Ciphertext delivered) {
  /** Of as many bytes as the hash has (RFC 4226 section 4 R6, RFC 6238 section 5.1). */
  static NewSeed make(TokenId token, HashFunction hash, AppKey app, Snapshot snapshot) {
    byte[] secret =
        new byte
            [switch (hash) {
              case SHA1 -> 20;
              case SHA256 -> 32;
              case SHA512 -> 64;
            }];
    snapshot.random().nextBytes(secret);
    try (Seed seed = Seed.copyOf(secret)) {
      return new NewSeed(
          snapshot.vault().seal(token, seed), new Ciphertext(app.encrypt(seed, snapshot.random())));
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }
}
