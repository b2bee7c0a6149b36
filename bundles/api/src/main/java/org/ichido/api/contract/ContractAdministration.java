package org.ichido.api.contract;

import org.ichido.api.NoAnswer;
import org.ichido.api.act.Outcome;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Takes over what core banking tells of contracts and users. Every act is audited in the
 * transaction that does it and is idempotent by its {@link org.ichido.api.RequestKey}. Thread-safe.
 */
@ProviderType
public interface ContractAdministration {
  /**
   * @param request what core banking tells
   * @return what became of it
   * @throws NoAnswer if nothing could be decided or made durable; ask again with the same key
   */
  Outcome perform(ContractRequest request);

  /**
   * Compares how much core banking says there is with what is stored. A question and no act: asked
   * again with the same key it is answered afresh. A difference is audited. Counted is what is
   * stored and so what core banking was told by events; what time alone ends counts until that is
   * written down, within a minute.
   *
   * @param request how much there ought to be
   * @return how much there is
   * @throws NoAnswer if it could not be counted, or a difference not be made durable
   */
  CountOutcome compare(CountRequest request);
}
