package org.ichido.core.profile;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Services of one kind as they come and go; of several with one plain name the highest ranking
 * counts, then the oldest, as everywhere in OSGi. Guarded by its owner.
 */
final class RankedByName<S> {
  private record Candidate<S>(S service, int ranking, long id) {}

  private final Map<Long, Candidate<S>> candidates = new HashMap<>();
  private final Function<S, String> name;

  RankedByName(Function<S, String> name) {
    this.name = name;
  }

  void put(S service, Map<String, Object> properties) {
    long id = id(properties);
    int ranking = properties.get("service.ranking") instanceof Integer i ? i : 0;
    candidates.put(id, new Candidate<>(service, ranking, id));
  }

  void remove(Map<String, Object> properties) {
    candidates.remove(id(properties));
  }

  Map<String, S> best() {
    Map<String, Candidate<S>> best = new HashMap<>();
    Comparator<Candidate<S>> order =
        Comparator.<Candidate<S>>comparingInt(Candidate::ranking)
            .thenComparing(Candidate::id, Comparator.reverseOrder());
    for (Candidate<S> candidate : candidates.values()) {
      best.merge(
          name.apply(candidate.service()), candidate, (a, b) -> order.compare(a, b) >= 0 ? a : b);
    }
    Map<String, S> services = new HashMap<>();
    best.forEach((key, candidate) -> services.put(key, candidate.service()));
    return services;
  }

  private static long id(Map<String, Object> properties) {
    return (Long) Objects.requireNonNull(properties.get("service.id"));
  }
}
