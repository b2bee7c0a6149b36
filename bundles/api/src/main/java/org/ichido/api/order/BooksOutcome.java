package org.ichido.api.order;

import java.time.Instant;
import java.util.List;

/**
 * What a comparison of the books found.
 *
 * @param at when it was so
 * @param ours what we know to be booked: every booking that a reply named, each once, and what is
 *     booked by the word of an operator alone
 * @param equal whether core banking says the same, or said nothing, and there is no difference
 * @param differences what does not agree, by order
 */
public record BooksOutcome(
    Instant at, Books ours, boolean equal, List<BooksDifference> differences) {
  /** Copies the list. */
  public BooksOutcome {
    differences = List.copyOf(differences);
  }
}
