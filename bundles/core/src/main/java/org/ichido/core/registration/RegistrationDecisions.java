package org.ichido.core.registration;

import org.ichido.api.act.Outcome;
import org.ichido.api.order.HardTokenRequest;
import org.ichido.core.work.Snapshot;
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
    return new RegisterDeviceWork(request, snapshot);
  }

  /**
   * @param request who skips
   * @param snapshot what it is handled under
   * @return that it is skipped
   */
  public static UnitOfWork<Outcome> skip(HardTokenRequest.Skip request, Snapshot snapshot) {
    return new SkipWork(request, snapshot);
  }

  /**
   * @param request the device
   * @param snapshot what it is handled under
   * @return the end of its lock
   */
  public static UnitOfWork<Outcome> unlock(
      HardTokenRequest.UnlockDevice request, Snapshot snapshot) {
    return new UnlockDeviceWork(request, snapshot);
  }
}
