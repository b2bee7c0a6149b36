package org.ichido.itests.ranked;

import java.util.Optional;
import org.ichido.api.Seed;
import org.ichido.api.TokenId;
import org.ichido.api.TransportKey;
import org.ichido.spi.SealedSeed;
import org.ichido.spi.SecretVault;

/** Somebody else's vault, over the keys of the former one. */
public final class RankedVault implements SecretVault {
  private volatile SecretVault former;

  @Override
  public SealedSeed seal(TokenId token, Seed seed) {
    return former.seal(token, seed);
  }

  @Override
  public Seed unseal(TokenId token, SealedSeed sealed) {
    return former.unseal(token, sealed);
  }

  @Override
  public byte[] fingerprint(byte[] data) {
    return former.fingerprint(data);
  }

  @Override
  public TransportKey transportKey() {
    return former.transportKey();
  }

  @Override
  public Optional<byte[]> decrypt(byte[] ciphertext) {
    return former.decrypt(ciphertext);
  }
}
