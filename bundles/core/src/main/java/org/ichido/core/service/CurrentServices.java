package org.ichido.core.service;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.ichido.api.Health;
import org.ichido.api.HealthSource;
import org.ichido.api.StoreUnavailable;
import org.ichido.api.VaultUnavailable;
import org.ichido.core.system.SystemClock;
import org.ichido.spi.SecretVault;
import org.ichido.spi.store.TokenStore;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The store, the vault and the clock as they are now. Each may be swapped at any time; a request
 * reads each once. Store and vault are optional on purpose: core stays there without them and says
 * what is missing, where a mandatory reference would make it vanish without a word.
 */
@Component(service = {CurrentServices.class, HealthSource.class})
public final class CurrentServices implements HealthSource {
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable TokenStore store;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable SecretVault vault;

  @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
  private volatile @Nullable Clock clock;

  /** For Declarative Services. */
  @Activate
  public CurrentServices() {}

  /** For whoever has no service registry: tests, benchmarks. */
  public CurrentServices(TokenStore store, SecretVault vault, Clock clock) {
    this.store = store;
    this.vault = vault;
    this.clock = clock;
  }

  /**
   * @return the store, for one request
   * @throws StoreUnavailable if there is none
   */
  public TokenStore store() {
    TokenStore now = store;
    if (now == null) {
      throw new StoreUnavailable(
          "no token store: start the bundle org.ichido.store-jdbc and see etc/org.ichido.store.cfg");
    }
    return now;
  }

  /**
   * @return the vault, for one request
   * @throws VaultUnavailable if there is none
   */
  public SecretVault vault() {
    SecretVault now = vault;
    if (now == null) {
      throw new VaultUnavailable(
          "no vault: start the bundle org.ichido.vault and see etc/org.ichido.vault.cfg");
    }
    return now;
  }

  /**
   * @return the clock, for one request
   * @throws StoreUnavailable if there is none
   */
  public Clock clock() {
    Clock now = clock;
    if (now == null) {
      throw new StoreUnavailable("no clock: the bundle org.ichido.core is stopping");
    }
    return now;
  }

  @Override
  public List<Health> health() {
    List<Health> health = new ArrayList<>();
    if (store == null) {
      health.add(absent("store", "org.ichido.store-jdbc", "org.ichido.store.cfg"));
    }
    if (vault == null) {
      health.add(absent("vault", "org.ichido.vault", "org.ichido.vault.cfg"));
    }
    Clock now = clock;
    if (now != null && !(now instanceof SystemClock)) {
      health.add(foreign(now));
    }
    return health;
  }

  /** Whoever tells the time decides which codes are right. */
  private static Health foreign(Clock clock) {
    return new Health(
        "clock",
        Health.Level.WARN,
        List.of(
            "codes are judged at the time that %s tells, not the machine"
                .formatted(clock.getClass().getName()),
            "that is for tests: on a server for customers find its bundle with service:list"
                + " java.time.Clock, and remove it"));
  }

  private static Health absent(String part, String bundle, String file) {
    String cure = "absent: start the bundle %s, see etc/%s".formatted(bundle, file);
    return new Health(part, Health.Level.DOWN, List.of(cure));
  }
}
