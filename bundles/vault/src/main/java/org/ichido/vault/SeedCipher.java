package org.ichido.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.ichido.api.Seed;
import org.ichido.api.TokenId;
import org.ichido.api.VaultUnavailable;
import org.ichido.spi.SealedSeed;

/**
 * Seals seeds with AES-256-GCM. Sealed bytes are: format (1 byte), IV (12), ciphertext, tag (16).
 * The additional data bind them to their purpose, token and key (T19), each with its length before
 * it, so that no two sets of fields are the same bytes.
 *
 * <p>IVs are random. NIST SP 800-38D section 8.3 allows 2^32 of them for one key, over its whole
 * life and over all nodes (T20). Counted are those of one process, which stops at 2^31: every seal
 * is a registration, so that even a bank with a million tokens renewed yearly stays far below.
 *
 * <p>Thread-safe.
 */
final class SeedCipher {
  static final long SEALS_AT_MOST = 1L << 31;

  private static final byte FORMAT = 1;
  private static final int IV = 12;
  private static final int TAG = 16;
  private static final int HEAD = 1 + IV;
  private static final byte[] PURPOSE = "seed".getBytes(StandardCharsets.US_ASCII);

  private final Keys keys;
  private final RandomGenerator random;
  private final long sealsAtMost;
  private final AtomicLong seals = new AtomicLong();
  private final Workers<Cipher> ciphers =
      new Workers<>(() -> Cipher.getInstance("AES/GCM/NoPadding"));

  SeedCipher(Keys keys, RandomGenerator random, long sealsAtMost) {
    this.keys = keys;
    this.random = random;
    this.sealsAtMost = sealsAtMost;
  }

  SealedSeed seal(TokenId token, Seed seed) {
    int epoch = keys.newestEpoch();
    if (seals.incrementAndGet() > sealsAtMost) {
      throw new VaultUnavailable(
          "key epoch %d has sealed as often as is safe; add a key seed-%d to the keystore"
              .formatted(epoch, epoch + 1));
    }
    byte[] iv = new byte[IV];
    random.nextBytes(iv);
    byte[] plain = seed.copy();
    byte[] sealed = new byte[HEAD + plain.length + TAG];
    sealed[0] = FORMAT;
    System.arraycopy(iv, 0, sealed, 1, IV);
    try {
      Cipher cipher = ciphers.take();
      start(cipher, Cipher.ENCRYPT_MODE, keys.newest(), sealed, token, epoch);
      cipher.doFinal(plain, 0, plain.length, sealed, HEAD);
      ciphers.giveBack(cipher);
      return new SealedSeed(epoch, sealed);
    } catch (GeneralSecurityException e) {
      throw new VaultUnavailable("this JVM cannot seal with AES-256-GCM; check its providers", e);
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  Seed unseal(TokenId token, SealedSeed sealed) {
    int epoch = sealed.keyEpoch();
    SecretKey key = keys.ofEpoch(epoch).orElseThrow(() -> unknownEpoch(token, epoch));
    byte[] bytes = sealed.bytes();
    int length = bytes.length - HEAD - TAG;
    if (length < Seed.SHORTEST || length > Seed.LONGEST || bytes[0] != FORMAT) {
      throw new VaultUnavailable(
          "the sealed seed of token %s is none of this vault: %d bytes; restore its row from backup"
              .formatted(token, bytes.length));
    }
    byte[] plain = new byte[length];
    try {
      Cipher cipher = ciphers.take();
      start(cipher, Cipher.DECRYPT_MODE, key, bytes, token, epoch);
      cipher.doFinal(bytes, HEAD, bytes.length - HEAD, plain, 0);
      ciphers.giveBack(cipher);
      return Seed.copyOf(plain);
    } catch (GeneralSecurityException e) {
      throw new VaultUnavailable(
          "the sealed seed of token %s does not open under key epoch %d: it was altered, belongs to"
                  .formatted(token, epoch)
              + " another token, or the keystore is another one; restore the row or the keystore",
          e);
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  private VaultUnavailable unknownEpoch(TokenId token, int epoch) {
    return new VaultUnavailable(
        "the seed of token %s is sealed under key epoch %d, but the vault has %s; restore"
                .formatted(token, epoch, keys.epochs())
            + " the keystore that has it");
  }

  private static void start(
      Cipher cipher, int mode, SecretKey key, byte[] sealed, TokenId token, int epoch)
      throws GeneralSecurityException {
    cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, sealed, 1, IV));
    byte[] id = token.value().getBytes(StandardCharsets.US_ASCII);
    ByteBuffer data = ByteBuffer.allocate(4 * Integer.BYTES + PURPOSE.length + id.length);
    data.putInt(PURPOSE.length).put(PURPOSE);
    data.putInt(id.length).put(id);
    data.putInt(Integer.BYTES).putInt(epoch);
    cipher.updateAAD(data.array());
  }
}
