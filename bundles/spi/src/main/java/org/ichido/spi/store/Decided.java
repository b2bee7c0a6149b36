package org.ichido.spi.store;

import java.util.List;

/**
 * What a unit of work came to.
 *
 * @param outcome what the caller gets, once the changes are durable
 * @param changes what must be durable before; may be empty
 * @param <O> the type of the outcome
 */
public record Decided<O>(O outcome, List<Change> changes) {
  /** Copies the list. */
  public Decided {
    changes = List.copyOf(changes);
  }
}
