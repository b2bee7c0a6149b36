package org.ichido.core.profile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ichido.api.BankId;
import org.ichido.api.BankNotServed;
import org.ichido.api.Drained;
import org.ichido.api.Health;
import org.ichido.api.HealthSource;
import org.ichido.core.gate.Admission;
import org.ichido.core.gate.AlgorithmExamination;
import org.ichido.core.gate.Patience;
import org.ichido.spi.LockoutRule;
import org.ichido.spi.OtpAlgorithm;
import org.ichido.spi.transport.BankMessaging;
import org.ichido.spi.transport.BankWatcher;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Holds every bank's profile and every algorithm and rule that one can name, validates them
 * together, and tells the transports which banks are served. A file, one that it names, an
 * algorithm or a rule that comes, changes or goes makes a new set in one step; requests in flight
 * keep the one they took.
 *
 * <p>Algorithms and rules are somebody else's code: each passes the gate first, outside the lock.
 * Under it a rule is asked about a profile's parameters with a limit in time, and one that exceeds
 * it is not asked again until it answers; requests and health need no lock.
 */
@Component(
    immediate = true,
    service = {BankProfiles.class, HealthSource.class})
public final class BankProfiles implements HealthSource {
  static final String PID = "org.ichido.bank";

  private final Object change = new Object();
  private final Map<String, ProfileSource> sources = new TreeMap<>();
  private final Admission<OtpAlgorithm> algorithms;
  private final Admission<LockoutRule> rules;
  private final List<BankWatcher> watchers = new ArrayList<>();
  private boolean stopped;

  /** Null until somebody could say; until then no messages are let in. */
  private volatile @Nullable Map<BankId, Drained> drained;

  private volatile ProfileSet current = ProfileSet.EMPTY;

  /** For Declarative Services. */
  @Activate
  public BankProfiles() {
    this(Patience.ordinary());
  }

  /** With another patience. */
  BankProfiles(Patience patience) {
    algorithms =
        new Admission<>(
            "OTP algorithm",
            OtpAlgorithm::name,
            AlgorithmExamination::pass,
            patience,
            this::readAgain);
    // A rule shows what it is worth under the parameters of a profile, when that is read.
    rules =
        new Admission<>(
            "lockout rule", LockoutRule::name, (name, rule) -> {}, patience, this::readAgain);
  }

  /** For whoever has no service registry, and so nobody who waits: tests, benchmarks. */
  public BankProfiles(List<OtpAlgorithm> installedAlgorithms, List<LockoutRule> installedRules) {
    this(Patience.endless());
    long id = 0;
    for (OtpAlgorithm algorithm : installedAlgorithms) {
      bindAlgorithm(algorithm, Map.of("service.id", ++id));
    }
    for (LockoutRule rule : installedRules) {
      bindRule(rule, Map.of("service.id", ++id));
    }
  }

  /** From here on rules and algorithms only go away, which says nothing about the profiles. */
  @Deactivate
  void stop() {
    synchronized (change) {
      stopped = true;
    }
  }

  /**
   * The snapshot for one request.
   *
   * @param bank the tenant
   * @return its profile at this moment
   * @throws BankNotServed if it has no valid one; the message says why
   */
  public BankProfile of(BankId bank) {
    ProfileSet set = current;
    BankProfile profile = set.valid().get(bank);
    if (profile == null) {
      ProfileProblem problem = set.problems().get(PID + "~" + bank);
      throw new BankNotServed(
          problem == null
              ? "bank " + bank + " has no profile: put etc/" + PID + "~" + bank + ".cfg there"
              : "bank " + bank + " is not served: " + problem);
    }
    return profile;
  }

  /**
   * @return the banks that have a valid profile at this moment
   */
  public Set<BankId> served() {
    return current.valid().keySet();
  }

  /**
   * @return how long answers must be kept so that no request of any bank is judged anew
   */
  public Duration memory() {
    return current.memory();
  }

  /**
   * @return the banks that have a valid profile, in alphabetical order
   */
  public List<BankId> banks() {
    return current.valid().keySet().stream().sorted(Comparator.comparing(BankId::value)).toList();
  }

  /**
   * Lets only those pass whom an administrator can have meant.
   *
   * @param bank a bank whose profile may be valid or not
   * @throws BankNotServed if it has none at all
   */
  public void requireFile(BankId bank) {
    String pid = PID + "~" + bank;
    synchronized (change) {
      if (!sources.containsKey(pid)) {
        throw new BankNotServed("bank " + bank + " has no profile etc/" + pid + ".cfg");
      }
    }
  }

  /**
   * Takes over which banks are drained: transports let in none of their messages.
   *
   * @param marks all of them
   */
  public void drained(List<Drained> marks) {
    Map<BankId, Drained> now = new HashMap<>();
    marks.forEach(mark -> now.put(mark.bank(), mark));
    synchronized (change) {
      if (!now.equals(drained)) {
        drained = Map.copyOf(now);
        watchers.forEach(this::tell);
      }
    }
  }

  /**
   * Takes over a profile, new or changed.
   *
   * @param pid {@code org.ichido.bank~<id>}
   * @param properties its keys and values, and those that ConfigAdmin and file install add; the
   *     files that it names stand beside {@code felix.fileinstall.filename}
   */
  public void updated(String pid, Map<String, String> properties) {
    ProfileSource source = ProfileSource.of(pid, properties);
    synchronized (change) {
      sources.put(pid, source);
      readAll();
    }
  }

  /**
   * Forgets a profile.
   *
   * @param pid the one that is no more
   */
  void deleted(String pid) {
    synchronized (change) {
      sources.remove(pid);
      readAll();
    }
  }

  /**
   * Reads everything again if a file that a profile names has changed since it was read. It is
   * asked once a second; whoever has no such clock asks when he has changed one.
   */
  public void lookAtSideFiles() {
    if (current.sideFilesChanged()) {
      readAgain();
    }
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY,
      updated = "bindAlgorithm")
  void bindAlgorithm(OtpAlgorithm algorithm, Map<String, Object> properties) {
    algorithms.arrived(algorithm, properties);
  }

  void unbindAlgorithm(OtpAlgorithm algorithm, Map<String, Object> properties) {
    algorithms.left(properties);
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY,
      updated = "bindRule")
  void bindRule(LockoutRule rule, Map<String, Object> properties) {
    rules.arrived(rule, properties);
  }

  void unbindRule(LockoutRule rule, Map<String, Object> properties) {
    rules.left(properties);
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindWatcher(BankWatcher watcher) {
    synchronized (change) {
      watchers.add(watcher);
      tell(watcher);
    }
  }

  void unbindWatcher(BankWatcher watcher) {
    synchronized (change) {
      watchers.remove(watcher);
    }
  }

  @Override
  public List<Health> health() {
    List<Health> all = new ArrayList<>(BankHealth.of(current, drained));
    algorithms.refusals().forEach(refusal -> all.add(refusal.health()));
    rules.refusals().forEach(refusal -> all.add(refusal.health()));
    return all;
  }

  private void tell(BankWatcher watcher) {
    Map<BankId, Drained> marks = drained;
    List<BankMessaging> known = current.served();
    watcher.known(known);
    watcher.served(
        marks == null
            ? List.of()
            : known.stream().filter(bank -> !marks.containsKey(bank.bank())).toList());
  }

  private void readAgain() {
    synchronized (change) {
      readAll();
    }
  }

  private void readAll() {
    if (stopped) {
      return;
    }
    ProfileSet former = current;
    ProfileSet next = ProfileSet.read(sources.values(), new ProfileReader(algorithms, rules));
    current = next;
    ProfileNews.log(former, next);
    watchers.forEach(this::tell);
  }
}
