package org.ichido.itests;

import java.time.Instant;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Optional;
import org.ichido.api.Seed;
import org.ichido.api.TokenId;
import org.ichido.api.TransportKey;
import org.ichido.spi.SealedSeed;
import org.ichido.spi.SecretVault;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;

/**
 * The vault before the vault: lets the clock pass a moment before it fingerprints. So a request
 * expires after it was received and before it is answered, and no test depends on its own speed.
 */
final class SlowVault implements SecretVault, AutoCloseable {
  private final SecretVault vault;
  private final Instant moment;
  private final ServiceRegistration<SecretVault> registration;

  @SuppressWarnings("JdkObsolete") // The registry takes a Dictionary, nothing newer.
  SlowVault(BundleContext context, SecretVault vault, Instant moment) {
    this.vault = vault;
    this.moment = moment;
    Dictionary<String, Object> first = new Hashtable<>();
    first.put(Constants.SERVICE_RANKING, 1000);
    registration = context.registerService(SecretVault.class, this, first);
  }

  @Override
  public SealedSeed seal(TokenId token, Seed seed) {
    return vault.seal(token, seed);
  }

  @Override
  public Seed unseal(TokenId token, SealedSeed sealed) {
    return vault.unseal(token, sealed);
  }

  @Override
  public byte[] fingerprint(byte[] data) {
    while (!Instant.now().isAfter(moment)) {
      Thread.onSpinWait();
    }
    return vault.fingerprint(data);
  }

  @Override
  public void close() {
    registration.unregister();
  }

  @Override
  public TransportKey transportKey() {
    return vault.transportKey();
  }

  @Override
  public Optional<byte[]> decrypt(byte[] ciphertext) {
    return vault.decrypt(ciphertext);
  }
}
