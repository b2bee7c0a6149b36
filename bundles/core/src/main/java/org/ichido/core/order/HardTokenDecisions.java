package org.ichido.core.order;

import java.util.Optional;
import org.ichido.api.TokenId;
import org.ichido.api.act.Outcome;
import org.ichido.api.order.HardTokenRequest;
import org.ichido.core.registration.RegistrationDecisions;
import org.ichido.core.work.Snapshot;
import org.ichido.spi.store.UnitOfWork;

/** What is asked of the hard tokens of a contract. */
public final class HardTokenDecisions {
  private HardTokenDecisions() {}

  /**
   * @param request what is asked
   * @param device what {@link DeviceOfOrder} says of it
   * @param snapshot what it is handled under
   * @return what becomes of it
   */
  public static UnitOfWork<Outcome> of(
      HardTokenRequest request, Optional<TokenId> device, Snapshot snapshot) {
    if (request instanceof HardTokenRequest.Register register) {
      return RegistrationDecisions.register(register, snapshot);
    } else if (request instanceof HardTokenRequest.Skip skip) {
      return RegistrationDecisions.skip(skip, snapshot);
    } else if (request instanceof HardTokenRequest.UnlockDevice unlock) {
      return RegistrationDecisions.unlock(unlock, snapshot);
    } else if (request instanceof HardTokenRequest.Place place) {
      return new PlaceWork(place, snapshot);
    } else if (request instanceof HardTokenRequest.Ship ship) {
      return new ShipWork(ship, device, snapshot);
    } else if (request instanceof HardTokenRequest.Return back) {
      return new ReturnWork(back, device, snapshot);
    } else if (request instanceof HardTokenRequest.CancelOrder cancel) {
      return new CancelOrderWork(cancel, device, snapshot);
    } else if (request instanceof HardTokenRequest.SettleFee settle) {
      return new SettleFeeWork(settle, snapshot);
    }
    throw new IllegalArgumentException("no such request: " + request.getClass());
  }
}
