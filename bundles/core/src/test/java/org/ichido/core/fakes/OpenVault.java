package org.ichido.core.fakes;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.ichido.api.Seed;
import org.ichido.api.TokenId;
import org.ichido.api.TransportKey;
import org.ichido.api.VaultUnavailable;
import org.ichido.core.secret.OpensslMade;
import org.ichido.spi.SealedSeed;
import org.ichido.spi.SecretVault;

/**
 * A vault that seals nothing and counts how often it is asked to open. Its transport key is a real
 * one, made by OpenSSL.
 */
public final class OpenVault implements SecretVault {
  private static final KeyPair PAIR = pair();

  public final AtomicInteger unsealed = new AtomicInteger();
  public final AtomicInteger fingerprinted = new AtomicInteger();
  public volatile boolean closed;

  /** Takes what comes for the plain text: thousands of decryptions would cost a minute. */
  public volatile boolean inClear;

  /** Runs whenever a seed is sealed. */
  public volatile Runnable whenSealing = () -> {};

  /** Runs whenever a seed is opened, in the middle of a decision about a code. */
  public volatile Runnable whenUnsealing = () -> {};

  @Override
  public SealedSeed seal(TokenId token, Seed seed) {
    whenSealing.run();
    return new SealedSeed(1, seed.copy());
  }

  @Override
  public Seed unseal(TokenId token, SealedSeed sealed) {
    if (closed) {
      throw new VaultUnavailable("closed by the test");
    }
    unsealed.incrementAndGet();
    whenUnsealing.run();
    return Seed.copyOf(sealed.bytes());
  }

  @Override
  public byte[] fingerprint(byte[] data) {
    fingerprinted.incrementAndGet();
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update("fingerprint".getBytes(StandardCharsets.US_ASCII));
      return digest.digest(data);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public TransportKey transportKey() {
    return new TransportKey("open-1", (RSAPublicKey) PAIR.getPublic());
  }

  @Override
  public Optional<byte[]> decrypt(byte[] ciphertext) {
    if (inClear) {
      return Optional.of(ciphertext.clone());
    }
    if (ciphertext.length != 384) {
      return Optional.empty();
    }
    try {
      Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
      cipher.init(
          Cipher.DECRYPT_MODE,
          PAIR.getPrivate(),
          new OAEPParameterSpec(
              "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));
      return Optional.of(cipher.doFinal(ciphertext));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private static KeyPair pair() {
    RSAPrivateCrtKey opening = OpensslMade.privateKey("transport.pem");
    return new KeyPair(OpensslMade.publicKey(opening), opening);
  }
}
