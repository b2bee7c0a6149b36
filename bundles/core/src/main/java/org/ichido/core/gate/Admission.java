package org.ichido.core.gate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.ichido.spi.InvalidSetting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Services of one kind as they come and go, and which of them may have traffic. Each is examined
 * when it comes, in the running JVM, the very object. Of several that passed under one plain name
 * the best one counts. Thread-safe; no code of a service runs under its lock.
 *
 * @param <S> the kind of service
 */
public final class Admission<S> {
  private static final Logger LOG = LoggerFactory.getLogger(Admission.class);

  /**
   * A service as it stands.
   *
   * @param name its plain name; until it has said it, the one that its properties promise
   * @param refusal why it gets no traffic; empty if it passed
   * @param unanswered the call that it has not answered in time
   */
  private record Candidate<S>(
      S service,
      Provider provider,
      String name,
      Optional<String> refusal,
      Optional<Future<?>> unanswered) {}

  private final Map<Long, Candidate<S>> candidates = new HashMap<>();
  private final String kind;
  private final Function<S, String> name;
  private final Examination<S> examination;
  private final Patience patience;
  private final Runnable changed;

  /**
   * @param kind what the services are, for people
   * @param name how to ask a service for its plain name
   * @param examination what it must pass
   * @param patience how long to wait for a service
   * @param changed called after every change, on the thread where it happened, under no lock
   */
  public Admission(
      String kind,
      Function<S, String> name,
      Examination<S> examination,
      Patience patience,
      Runnable changed) {
    this.kind = kind;
    this.name = name;
    this.examination = examination;
    this.patience = patience;
    this.changed = changed;
  }

  /**
   * A service came, or its properties changed. Returns when it has been examined, or when it has
   * not answered in time.
   *
   * @param service the service
   * @param properties what the registry says of it
   */
  public void arrived(S service, Map<String, Object> properties) {
    Provider provider = Provider.of(properties);
    if (isNew(service, provider, String.valueOf(properties.getOrDefault("name", "?")))) {
      examine(service, provider);
    }
    changed.run();
  }

  /**
   * A service went. What it still has in hand is interrupted.
   *
   * @param properties what the registry said of it
   */
  public void left(Map<String, Object> properties) {
    Candidate<S> gone;
    synchronized (candidates) {
      gone = candidates.remove(Provider.of(properties).id());
    }
    if (gone != null) {
      gone.unanswered().ifPresent(call -> call.cancel(true));
    }
    changed.run();
  }

  /**
   * @param plain a plain name
   * @return the services that passed under it, the best first
   */
  public List<Admitted<S>> admitted(String plain) {
    return passed().stream()
        .filter(candidate -> candidate.name().equals(plain))
        .map(c -> new Admitted<>(this, c.service(), c.provider()))
        .toList();
  }

  /**
   * @return the best service of every plain name
   */
  public Map<String, S> best() {
    Map<String, S> best = new HashMap<>();
    passed().forEach(candidate -> best.putIfAbsent(candidate.name(), candidate.service()));
    return best;
  }

  /**
   * @return the services that get no traffic, and why, the best first
   */
  public List<Refusal> refusals() {
    synchronized (candidates) {
      return sorted().stream().filter(c -> c.refusal().isPresent()).map(this::refusal).toList();
    }
  }

  /**
   * @param plain a plain name
   * @param provider a service of that name
   * @param reason why it gets no traffic
   * @param instead which one gets it
   * @return the refusal
   */
  public Refusal refusal(
      String plain, Provider provider, String reason, Optional<Provider> instead) {
    return new Refusal(kind, plain, provider, reason, instead);
  }

  /** Puts a question to a service that passed; see {@link Admitted#ask}. */
  <T> T ask(S service, Provider provider, Question<S, T> question) throws InvalidSetting, Refused {
    try {
      return patience.call(
          () -> question.put(service),
          late -> {
            stands(service, provider, Optional.empty(), Optional.empty());
            changed.run();
          });
    } catch (ExecutionException e) {
      if (e.getCause() instanceof InvalidSetting invalid) {
        throw invalid;
      }
      throw refused(e);
    } catch (Overdue e) {
      stands(service, provider, Optional.of(e.reason()), Optional.of(e.call()));
      throw new Refused(e.reason());
    }
  }

  private boolean isNew(S service, Provider provider, String promisedName) {
    synchronized (candidates) {
      Candidate<S> known = candidates.get(provider.id());
      if (known != null && known.service() == service) {
        candidates.put(
            provider.id(),
            new Candidate<>(service, provider, known.name(), known.refusal(), known.unanswered()));
        return false;
      }
      candidates.put(
          provider.id(),
          new Candidate<>(
              service,
              provider,
              promisedName,
              Optional.of("it is being examined"),
              Optional.empty()));
      return true;
    }
  }

  private void examine(S service, Provider provider) {
    try {
      patience.call(
          () -> {
            String plain = PlainName.of(() -> name.apply(service));
            isCalled(service, provider, plain);
            examination.pass(plain, service);
            return plain;
          },
          late -> {
            examined(service, provider, late);
            changed.run();
          });
      stands(service, provider, Optional.empty(), Optional.empty());
    } catch (ExecutionException e) {
      stands(service, provider, Optional.of(refused(e).reason()), Optional.empty());
    } catch (Overdue e) {
      stands(service, provider, Optional.of(e.reason()), Optional.of(e.call()));
    }
  }

  private void examined(S service, Provider provider, Future<?> finished) {
    Optional<String> refusal = Optional.empty();
    try {
      Patience.answer(finished);
    } catch (ExecutionException e) {
      refusal = Optional.of(refused(e).reason());
    }
    stands(service, provider, refusal, Optional.empty());
  }

  /** Notes the name, so that a refusal can say which is refused. */
  private void isCalled(S service, Provider provider, String plain) {
    synchronized (candidates) {
      Candidate<S> known = candidates.get(provider.id());
      if (known != null && known.service() == service) {
        candidates.put(
            provider.id(),
            new Candidate<>(service, known.provider(), plain, known.refusal(), known.unanswered()));
      }
    }
  }

  /** Notes how a service stands, unless it has gone or been replaced meanwhile. */
  private void stands(
      S service, Provider provider, Optional<String> refusal, Optional<Future<?>> unanswered) {
    synchronized (candidates) {
      Candidate<S> former = candidates.get(provider.id());
      // A call that has just returned has its say through its late answer, before or after this.
      if (former == null
          || former.service() != service
          || unanswered.filter(Future::isDone).isPresent()) {
        return;
      }
      Candidate<S> now =
          new Candidate<>(service, former.provider(), former.name(), refusal, unanswered);
      candidates.put(provider.id(), now);
      if (refusal.isEmpty()) {
        LOG.info("{} {}: {} passed its examination", kind, now.name(), now.provider());
      } else if (refusal(now).instead().isPresent()) {
        LOG.warn("ICH-CORE-004 {}", refusal(now));
      } else {
        LOG.error("ICH-CORE-003 {}", refusal(now));
      }
    }
  }

  private static Refused refused(ExecutionException e) {
    Throwable thrown = e.getCause() == null ? e : e.getCause();
    return thrown instanceof Refused refused ? refused : Refused.threw(thrown);
  }

  private Refusal refusal(Candidate<S> candidate) {
    Optional<Provider> instead =
        passed().stream()
            .filter(other -> other.name().equals(candidate.name()))
            .map(Candidate::provider)
            .findFirst();
    return refusal(candidate.name(), candidate.provider(), candidate.refusal().orElse(""), instead);
  }

  private List<Candidate<S>> passed() {
    return sorted().stream().filter(candidate -> candidate.refusal().isEmpty()).toList();
  }

  private List<Candidate<S>> sorted() {
    synchronized (candidates) {
      List<Candidate<S>> sorted = new ArrayList<>(candidates.values());
      sorted.sort(Comparator.comparing(Candidate::provider));
      return sorted;
    }
  }
}
