package org.ichido.core.order;

import java.util.List;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.api.order.HardTokenRequest;
import org.ichido.core.registration.RegistrationDecisions;
import org.ichido.core.work.Snapshot;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.UnitOfWork;

/** What is asked of the hard tokens of a contract. */
public final class HardTokenDecisions {
  private HardTokenDecisions() {}

  /**
   * @param request what is asked
   * @param snapshot what it is handled under
   * @return what becomes of it
   */
  public static UnitOfWork<Outcome> of(HardTokenRequest request, Snapshot snapshot) {
    if (request instanceof HardTokenRequest.Register register) {
      return RegistrationDecisions.register(register, snapshot);
    } else if (request instanceof HardTokenRequest.Skip skip) {
      return RegistrationDecisions.skip(skip, snapshot);
    } else if (request instanceof HardTokenRequest.UnlockDevice unlock) {
      return RegistrationDecisions.unlock(unlock, snapshot);
    }
    // Place, Ship, Return, CancelOrder, SettleFee: to be written here.
    return new UnitOfWork<>() {
      @Override
      public Reads reads() {
        return Reads.NOTHING;
      }

      @Override
      public Decided<Outcome> decide(Rows rows) {
        return new Decided<>(
            new Outcome.Refused(snapshot.clock().instant(), Reason.FORBIDDEN), List.of());
      }
    };
  }
}
