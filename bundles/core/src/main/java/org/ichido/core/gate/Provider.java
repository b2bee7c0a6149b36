package org.ichido.core.gate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which service it is, in the words of the service registry. The better one comes first: the higher
 * ranking, then the older, as everywhere in OSGi.
 *
 * @param id the registry's number
 * @param ranking its ranking, 0 if it names none
 * @param label how a person finds it
 */
public record Provider(long id, int ranking, String label) implements Comparable<Provider> {
  private static final Comparator<Provider> BEST_FIRST =
      Comparator.comparingInt(Provider::ranking).reversed().thenComparingLong(Provider::id);

  /**
   * @param properties those of the service
   * @return which service it is
   */
  static Provider of(Map<String, Object> properties) {
    long id = (Long) Objects.requireNonNull(properties.get("service.id"));
    int ranking = properties.get("service.ranking") instanceof Integer i ? i : 0;
    List<String> where = new ArrayList<>();
    add(where, "", properties.get("component.name"));
    add(where, "bundle ", properties.get("service.bundleid"));
    add(where, "ranking ", properties.get("service.ranking"));
    String label = where.isEmpty() ? "" : " (" + String.join(", ", where) + ")";
    return new Provider(id, ranking, "service " + id + label);
  }

  private static void add(List<String> where, String word, @Nullable Object value) {
    if (value != null) {
      where.add(word + value);
    }
  }

  @Override
  public int compareTo(Provider other) {
    return BEST_FIRST.compare(this, other);
  }

  @Override
  public String toString() {
    return label;
  }
}
