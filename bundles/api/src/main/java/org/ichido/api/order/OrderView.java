package org.ichido.api.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.ichido.api.contract.ContractKey;
import org.ichido.api.stock.TokenSerial;

/**
 * How an order stands, for operators and administrators. Holds no account: that is personal.
 *
 * @param number its number
 * @param contract whom it is for
 * @param branch the branch that keeps the contract, as it was when it was placed
 * @param kind why
 * @param state where it stands
 * @param serial the device
 * @param replaces the device in whose place it comes
 * @param placed when it was placed
 * @param expected the day by which the customer should have it (S4-31)
 * @param shipped when it was sent last
 * @param yen what it costs, tax included; 0 if it is free
 * @param debit how the debit stands; empty if there is nothing to debit
 * @param refund how the refund stands; empty if none is owed
 * @param asOf when this was so, by the clock that decides; ages count to this
 */
public record OrderView(
    OrderNumber number,
    ContractKey contract,
    String branch,
    OrderKind kind,
    OrderState state,
    TokenSerial serial,
    Optional<TokenSerial> replaces,
    Instant placed,
    LocalDate expected,
    Optional<Instant> shipped,
    int yen,
    Optional<PostingView> debit,
    Optional<PostingView> refund,
    Instant asOf) {}
