package org.ichido.core.registration;

import java.util.List;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.api.order.HardTokenRequest;
import org.ichido.core.work.Snapshot;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.UnitOfWork;

/** How a hard token on its way becomes a user's. */
public final class RegistrationDecisions {
  private RegistrationDecisions() {}

  /**
   * @param request the device and a code
   * @param snapshot what it is handled under
   * @return its registration
   */
  public static UnitOfWork<Outcome> register(HardTokenRequest.Register request, Snapshot snapshot) {
    return notYet(snapshot);
  }

  /**
   * @param request who skips
   * @param snapshot what it is handled under
   * @return that it is skipped
   */
  public static UnitOfWork<Outcome> skip(HardTokenRequest.Skip request, Snapshot snapshot) {
    return notYet(snapshot);
  }

  /**
   * @param request the device
   * @param snapshot what it is handled under
   * @return the end of its lock
   */
  public static UnitOfWork<Outcome> unlock(
      HardTokenRequest.UnlockDevice request, Snapshot snapshot) {
    return notYet(snapshot);
  }

  private static UnitOfWork<Outcome> notYet(Snapshot snapshot) {
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
