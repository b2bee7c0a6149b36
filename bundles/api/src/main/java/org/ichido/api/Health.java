package org.ichido.api;

import java.util.List;

/**
 * How a part is doing.
 *
 * @param part the part, such as {@code store} or {@code bank kinsan}
 * @param level how serious it is
 * @param lines what is the case, where, and what to do about it; no secrets
 */
public record Health(String part, Level level, List<String> lines) {
  /** How serious. */
  public enum Level {
    /** It works. */
    OK,
    /** It works, and somebody should look at it. */
    WARN,
    /** It does not work; requests wait or get no answer. */
    DOWN
  }

  /** Copies the list. */
  public Health {
    lines = List.copyOf(lines);
  }
}
