package org.ichido.api.stock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.ichido.api.ContractId;
import org.ichido.api.OtpParameters;
import org.ichido.api.TokenId;

/**
 * A hard token as an administrator sees it.
 *
 * @param serial what is printed on it
 * @param id its id, from the delivery on and also when it is in use
 * @param branch the branch that keeps it, or from which it went out
 * @param state where it stands
 * @param otp how it computes
 * @param batteryEnd the day on which its battery ends
 * @param contract the contract to which it belongs for ever, once it was registered (S4-35)
 * @param delivered when it was taken into stock
 */
public record StockedToken(
    TokenSerial serial,
    TokenId id,
    String branch,
    HardTokenState state,
    OtpParameters otp,
    LocalDate batteryEnd,
    Optional<ContractId> contract,
    Instant delivered) {}
