package org.ichido.spi;

import java.util.Optional;
import org.ichido.api.Seed;
import org.ichido.api.TokenId;
import org.ichido.api.TransportKey;
import org.ichido.api.VaultUnavailable;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Keeps keys, and lends none of them out. Seals seeds with an authenticated cipher bound to the
 * token's id, so that a sealed seed moved to another token's row does not open (T19).
 *
 * <p>Implementations are thread-safe. A reference that was replaced finishes what it began.
 */
@ConsumerType
public interface SecretVault {
  /**
   * Seals a seed under the newest key.
   *
   * @param token the token it belongs to
   * @param seed the seed; stays open
   * @return the sealed seed with the epoch of its key
   * @throws VaultUnavailable if there is no key to be had
   */
  SealedSeed seal(TokenId token, Seed seed);

  /**
   * Opens a sealed seed.
   *
   * @param token the token it belongs to
   * @param sealed what {@link #seal} returned for that token
   * @return the seed; the caller closes it
   * @throws VaultUnavailable if its key is not to be had, or if it was altered or belongs to
   *     another token. Never a wrong seed.
   */
  Seed unseal(TokenId token, SealedSeed sealed);

  /**
   * Computes HMAC-SHA-256 under a key of the vault kept for fingerprints alone. What is
   * fingerprinted may hold a code: without the key six digits would be guessed from the value.
   *
   * @param data what to fingerprint
   * @return 32 bytes
   * @throws VaultUnavailable if there is no key to be had
   */
  byte[] fingerprint(byte[] data);

  /**
   * The public half of the key pair by which others encrypt to Ichido: a channel and the token
   * app's server an activation password, a migration the seeds of live tokens. The pair is made of
   * or with the vault's other keys and kept like them: nodes that share those share the pair.
   *
   * <p>Who asks first may wait some seconds while the pair is made. Do not ask inside a
   * transaction, neither here nor in {@link #decrypt}.
   *
   * @return the key, RSA of 3,072 bits
   * @throws VaultUnavailable if there is no key to be had
   */
  TransportKey transportKey();

  /**
   * Decrypts what was encrypted to {@link #transportKey} by RSAES-OAEP with SHA-256 for both hash
   * and MGF1 and an empty label (RFC 8017 section 7.1). Takes some milliseconds.
   *
   * @param ciphertext what came
   * @return the plain text, which the caller wipes; empty if it was not encrypted to this key or
   *     was altered, and nobody is told which
   * @throws VaultUnavailable if there is no key to be had
   */
  Optional<byte[]> decrypt(byte[] ciphertext);
}
