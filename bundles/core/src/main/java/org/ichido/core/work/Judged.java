package org.ichido.core.work;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ichido.core.verify.Judgement;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.TokenRow;

/**
 * What became of a code, with what the audit and core banking are told of it. Of {@code judgement}
 * and {@code told} both must be written, in the unit of work that judged: a failure that is not
 * stored would cost nothing.
 *
 * @param judgement the judgement, with the token's new row
 * @param told what is appended and emitted
 */
public record Judged(Judgement judgement, List<Change> told) {
  /** Copies the list. */
  public Judged {
    told = List.copyOf(told);
  }

  /**
   * @return whether the code is accepted
   */
  public boolean accepted() {
    return judgement.accepted();
  }

  /**
   * @return everything, for a unit of work that changes no more of the token
   */
  public List<Change> changes() {
    Optional<TokenRow> changed = judgement.changed();
    return Stream.concat(changed.map(Change.UpdateToken::new).stream(), told.stream()).toList();
  }
}
