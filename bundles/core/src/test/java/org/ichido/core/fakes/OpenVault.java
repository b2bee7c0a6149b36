package org.ichido.core.fakes;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.atomic.AtomicInteger;
import org.ichido.api.Seed;
import org.ichido.api.TokenId;
import org.ichido.api.VaultUnavailable;
import org.ichido.spi.SealedSeed;
import org.ichido.spi.SecretVault;

/** A vault that seals nothing and counts how often it is asked to open. */
public final class OpenVault implements SecretVault {
  public final AtomicInteger unsealed = new AtomicInteger();
  public volatile boolean closed;

  @Override
  public SealedSeed seal(TokenId token, Seed seed) {
    return new SealedSeed(1, seed.copy());
  }

  @Override
  public Seed unseal(TokenId token, SealedSeed sealed) {
    if (closed) {
      throw new VaultUnavailable("closed by the test");
    }
    unsealed.incrementAndGet();
    return Seed.copyOf(sealed.bytes());
  }

  @Override
  public byte[] fingerprint(byte[] data) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update("fingerprint".getBytes(StandardCharsets.US_ASCII));
      return digest.digest(data);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
