package org.ichido.mq.record;

import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.RequestKey;
import org.ichido.api.contract.ContractKey;
import org.ichido.api.order.HardTokenRequest;
import org.ichido.api.order.OrderKind;
import org.ichido.api.order.OrderNumber;
import org.ichido.api.stock.TokenSerial;

/** What branches ask about hard tokens for customers: they are a contract's, so no user is said. */
final class OrderRecords {
  private static final String REPLACED = "ICH-REPLACED-SERIAL";

  private OrderRecords() {}

  static Disposition place(Asked asked, Once once) throws BadRecord {
    HostRecord record = asked.record();
    OrderKind kind = Fields.constant(record, "ICH-ORDER-KIND", OrderKind.class);
    TokenSerial serial = Fields.value(record, "ICH-ORDER-SERIAL", TokenSerial::new);
    Optional<TokenSerial> replaces = Fields.optional(record, REPLACED, TokenSerial::new);
    if (kind.replaces() != replaces.isPresent()) {
      throw BadRecord.field(
          kind.replaces() ? ReasonCode.FIELD_MISSING : ReasonCode.FIELD_VALUE, REPLACED);
    }
    return act(
        asked,
        once,
        (key, contract, operator) ->
            new HardTokenRequest.Place(key, contract, kind, serial, replaces, operator));
  }

  static Disposition ship(Asked asked, Once once) throws BadRecord {
    OrderNumber order = order(asked);
    return act(
        asked,
        once,
        (key, contract, operator) -> new HardTokenRequest.Ship(key, contract, order, operator));
  }

  static Disposition cameBack(Asked asked, Once once) throws BadRecord {
    OrderNumber order = order(asked);
    return act(
        asked,
        once,
        (key, contract, operator) -> new HardTokenRequest.Return(key, contract, order, operator));
  }

  static Disposition cancel(Asked asked, Once once) throws BadRecord {
    OrderNumber order = order(asked);
    return act(
        asked,
        once,
        (key, contract, operator) ->
            new HardTokenRequest.CancelOrder(key, contract, order, operator));
  }

  static Disposition settleFee(Asked asked, Once once) throws BadRecord {
    OrderNumber order = order(asked);
    boolean booked = Fields.truth(asked.record(), "ICH-FEE-BOOKED");
    return act(
        asked,
        once,
        (key, contract, operator) ->
            new HardTokenRequest.SettleFee(key, contract, order, booked, operator));
  }

  static Disposition unlockDevice(Asked asked, Once once) throws BadRecord {
    TokenSerial serial = Fields.value(asked.record(), "ICH-LOCKED-SERIAL", TokenSerial::new);
    return act(
        asked,
        once,
        (key, contract, operator) ->
            new HardTokenRequest.UnlockDevice(key, contract, serial, operator));
  }

  private static OrderNumber order(Asked asked) throws BadRecord {
    return Fields.order(asked.record(), "ICH-ASKED-ORDER-NUMBER");
  }

  /** What every record of an operator about a contract's hard tokens has in its header. */
  private interface Form {
    HardTokenRequest request(RequestKey key, ContractKey contract, Actor.Operator operator);
  }

  private static Disposition act(Asked asked, Once once, Form form) throws BadRecord {
    Actor.Operator operator = Header.operator(asked.record());
    HardTokenRequest request = form.request(asked.key(), asked.header().contract(), operator);
    return once.handle(
        asked, Optional.of(operator), d -> d.hardToken(request), asked.replies()::act);
  }
}
