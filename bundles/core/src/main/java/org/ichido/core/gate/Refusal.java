package org.ichido.core.gate;

import java.util.List;
import java.util.Optional;
import org.ichido.api.Health;

/**
 * A service that gets no traffic, and why.
 *
 * @param kind what it is, such as {@code OTP algorithm}
 * @param name its plain name
 * @param provider which service
 * @param reason what it did
 * @param instead the service of the same name that is in use, if there is one
 */
public record Refusal(
    String kind, String name, Provider provider, String reason, Optional<Provider> instead) {
  /**
   * @return the same for health: WARN if another serves, DOWN if none does
   */
  public Health health() {
    return new Health(
        kind + " " + name,
        instead.isPresent() ? Health.Level.WARN : Health.Level.DOWN,
        List.of(provider + " is refused: " + reason, consequence()));
  }

  private String consequence() {
    return instead
        .map(other -> "in use instead: " + other)
        .orElse("none is in use: a bank that names it is not served; mend or replace its bundle");
  }

  @Override
  public String toString() {
    return kind + " " + name + ": " + provider + " is refused: " + reason + "; " + consequence();
  }
}
