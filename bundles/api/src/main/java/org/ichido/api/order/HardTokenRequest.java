package org.ichido.api.order;

import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.Holder;
import org.ichido.api.OneTimeCode;
import org.ichido.api.RequestKey;
import org.ichido.api.contract.ContractKey;
import org.ichido.api.stock.TokenSerial;

/** Something that is asked of the hard tokens of a contract. */
public sealed interface HardTokenRequest {
  /**
   * @return the request's identity
   */
  RequestKey key();

  /**
   * @return the contract
   */
  ContractKey contract();

  /**
   * A branch orders a device after the customer's paper (S4-6, S4-30). The device is set aside; if
   * the order is chargeable, its debit is asked of core banking, or queued until business opens.
   *
   * @param key the request's identity
   * @param contract whom it is for
   * @param kind why
   * @param serial the device in stock that the customer gets
   * @param replaces the device in whose place it comes, if the kind replaces one
   * @param operator who orders, with reason and paper number
   */
  record Place(
      RequestKey key,
      ContractKey contract,
      OrderKind kind,
      TokenSerial serial,
      Optional<TokenSerial> replaces,
      Actor.Operator operator)
      implements HardTokenRequest {
    /**
     * @throws IllegalArgumentException if a device to replace is missing or one too many
     */
    public Place {
      if (kind.replaces() != replaces.isPresent()) {
        throw new IllegalArgumentException(
            kind + (kind.replaces() ? " names the device that it replaces" : " replaces none"));
      }
    }
  }

  /**
   * The device was handed to the post (S4-21). Only after the fee was debited.
   *
   * @param key the request's identity
   * @param contract whose order
   * @param order the order
   * @param operator who sends it
   */
  record Ship(RequestKey key, ContractKey contract, OrderNumber order, Actor.Operator operator)
      implements HardTokenRequest {}

  /**
   * The mail came back. Until it is sent again nobody can register the device.
   *
   * @param key the request's identity
   * @param contract whose order
   * @param order the order
   * @param operator who got it back
   */
  record Return(RequestKey key, ContractKey contract, OrderNumber order, Actor.Operator operator)
      implements HardTokenRequest {}

  /**
   * An order is taken back before the device was registered: the device goes back into stock or, if
   * it was on its way, is waited for; a fee that was debited is refunded.
   *
   * @param key the request's identity
   * @param contract whose order
   * @param order the order
   * @param operator who takes it back
   */
  record CancelOrder(
      RequestKey key, ContractKey contract, OrderNumber order, Actor.Operator operator)
      implements HardTokenRequest {}

  /**
   * An operator found out what became of a debit or a refund of which nobody knew.
   *
   * @param key the request's identity
   * @param contract whose order
   * @param order the order
   * @param booked whether core banking booked it
   * @param operator who found out, with reason and paper number
   */
  record SettleFee(
      RequestKey key,
      ContractKey contract,
      OrderNumber order,
      boolean booked,
      Actor.Operator operator)
      implements HardTokenRequest {}

  /**
   * Lifts the lock of a device for all its users, or of one that nobody has registered yet (S4-38).
   *
   * @param key the request's identity
   * @param contract whose device
   * @param serial the device
   * @param operator who unlocks, with reason and paper number
   */
  record UnlockDevice(
      RequestKey key, ContractKey contract, TokenSerial serial, Actor.Operator operator)
      implements HardTokenRequest {}

  /**
   * A user registers a device at login by a correct code (S4-20). The first one makes it ACTIVE;
   * further ones share it (S4-16).
   *
   * @param key the request's identity
   * @param holder the user
   * @param serial what is printed on the device
   * @param code what it shows; consumed if it is right, counted if it is wrong; closed by the
   *     caller
   */
  record Register(RequestKey key, Holder holder, TokenSerial serial, OneTimeCode code)
      implements HardTokenRequest {
    @Override
    public ContractKey contract() {
      return new ContractKey(holder.bank(), holder.contract());
    }
  }

  /**
   * A user postpones the registration at login (S4-23).
   *
   * @param key the request's identity
   * @param holder the user
   */
  record Skip(RequestKey key, Holder holder) implements HardTokenRequest {
    @Override
    public ContractKey contract() {
      return new ContractKey(holder.bank(), holder.contract());
    }
  }
}
