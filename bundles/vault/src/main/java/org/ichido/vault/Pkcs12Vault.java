package org.ichido.vault;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.ichido.api.Health;
import org.ichido.api.Health.Level;
import org.ichido.api.HealthSource;
import org.ichido.api.Seed;
import org.ichido.api.StoreUnavailable;
import org.ichido.api.TokenId;
import org.ichido.api.TransportKey;
import org.ichido.api.VaultUnavailable;
import org.ichido.spi.OwnerOnlyFile;
import org.ichido.spi.SealedSeed;
import org.ichido.spi.SecretVault;
import org.ichido.spi.store.TokenStore;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A vault whose keys lie in a PKCS#12 keystore, with the password in a file of its own (T18, T22).
 * Seeds are sealed with AES-256-GCM; what is fingerprinted goes through HMAC-SHA-256.
 *
 * <p>Keystore and password are made at the first use, and only while the store holds no sealed
 * seed: a missing keystore would otherwise be replaced by one that opens nothing. On several nodes,
 * copy both files to every node before it first starts. Trouble with a file is told to every caller
 * and to {@link #health}, and is over as soon as the file is mended; keys once read stay in use.
 *
 * <p>The pair of the {@link #transportKey} is made and added when it is first asked for.
 *
 * <p>Thread-safe, and holds no lock while it asks, reads or makes keys: once the keystore is there,
 * the store may seal, open and fingerprint inside a transaction.
 */
@Component(
    service = {SecretVault.class, HealthSource.class},
    configurationPid = "org.ichido.vault",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Pkcs12Vault implements SecretVault, HealthSource {
  private static final Logger LOG = LoggerFactory.getLogger(Pkcs12Vault.class);

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  volatile @Nullable TokenStore store;

  private final Supplier<Keystore> keystore;
  private final RandomGenerator random;
  private final Transport transport;
  private volatile @Nullable Opened opened;
  private volatile Health health =
      health(Level.WARN, "there is no keystore yet; the first request makes it");

  /**
   * Never throws for trouble with a file: Declarative Services would leave a dead service behind.
   *
   * @param configuration the two files
   * @param random where keys, IVs and the password come from; thread-safe and fit for keys
   */
  @Activate
  public Pkcs12Vault(VaultConfiguration configuration, @Reference RandomGenerator random) {
    this(() -> Keystore.configured(configuration), random);
  }

  /**
   * For whoever has no service registry: tests, benchmarks.
   *
   * @param keystore the keystore's file
   * @param password the file of its password
   * @param random where keys, IVs and the password come from
   * @param store asked whether it holds sealed seeds before a keystore is made
   */
  public Pkcs12Vault(Path keystore, Path password, RandomGenerator random, TokenStore store) {
    this(() -> new Keystore(new OwnerOnlyFile(keystore), new OwnerOnlyFile(password)), random);
    this.store = store;
  }

  Pkcs12Vault(Supplier<Keystore> keystore, RandomGenerator random) {
    this.keystore = keystore;
    this.random = random;
    this.transport = new Transport(keystore);
    try {
      if (!keystore.get().missing()) {
        opened();
      }
    } catch (VaultUnavailable e) {
      failed(e);
    }
  }

  @Override
  public SealedSeed seal(TokenId token, Seed seed) {
    return opened().cipher.seal(token, seed);
  }

  @Override
  public Seed unseal(TokenId token, SealedSeed sealed) {
    return opened().cipher.unseal(token, sealed);
  }

  @Override
  public byte[] fingerprint(byte[] data) {
    return opened().hash.of(data);
  }

  @Override
  public TransportKey transportKey() {
    return transport.key(opened().keys);
  }

  @Override
  public Optional<byte[]> decrypt(byte[] ciphertext) {
    return transport.decrypt(opened().keys, ciphertext);
  }

  @Override
  public List<Health> health() {
    return List.of(transport.trouble().map(line -> health(Level.WARN, line)).orElse(health));
  }

  private Opened opened() {
    Opened known = opened;
    return known == null ? open() : known;
  }

  /** Takes no lock: a store that waits for this vault while it is asked would never answer. */
  private Opened open() {
    try {
      Keystore files = keystore.get();
      if (files.missing()) {
        makeOnlyIfNothingIsSealed(files);
      }
      return keep(new Opened(files.read(), random), files);
    } catch (VaultUnavailable e) {
      failed(e);
      throw e;
    }
  }

  private void makeOnlyIfNothingIsSealed(Keystore files) {
    TokenStore asked = store;
    if (asked == null) {
      throw new VaultUnavailable(
          files
              + " is missing, and no store is there to say whether seeds are sealed already;"
              + " start the store, or restore the file from backup");
    }
    try {
      if (asked.holdsSealedSeeds()) {
        if (!files.missing()) {
          return; // made by another thread since we looked, and sealed under already
        }
        throw new VaultUnavailable(
            "%s is missing, but the store holds seeds sealed under its keys; restore %s from backup"
                .formatted(files, files));
      }
    } catch (StoreUnavailable e) {
      throw new VaultUnavailable(
          files
              + " is missing, and the store cannot say whether seeds are sealed already;"
              + " mend the store, or restore the file from backup",
          e);
    }
    if (files.make(random)) {
      LOG.info(
          "ICH-VAULT-001 Made the keystore {} with new keys; back it up and its password apart",
          files);
    }
  }

  private synchronized Opened keep(Opened fresh, Keystore files) {
    Opened known = opened;
    if (known != null) {
      return known;
    }
    opened = fresh;
    health = health(Level.OK, "key epoch " + fresh.keys.newestEpoch() + " in " + files);
    return fresh;
  }

  /** A late failure does not hide that another thread found the keys. */
  private synchronized void failed(VaultUnavailable problem) {
    if (opened == null) {
      health = health(Level.DOWN, problem.getMessage());
    }
  }

  private static Health health(Level level, @Nullable String line) {
    return new Health("vault", level, List.of(String.valueOf(line)));
  }

  /** Keys that were read, and what works with them. */
  private static final class Opened {
    private final Keys keys;
    private final SeedCipher cipher;
    private final KeyedHash hash;

    Opened(Keys keys, RandomGenerator random) {
      this.keys = keys;
      this.cipher = new SeedCipher(keys, random, SeedCipher.SEALS_AT_MOST);
      this.hash = new KeyedHash(keys.fingerprint());
    }
  }
}
