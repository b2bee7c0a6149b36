package org.ichido.spi.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.OtpParameters;
import org.ichido.api.TokenId;
import org.ichido.api.stock.HardTokenState;
import org.ichido.api.stock.TokenSerial;
import org.ichido.spi.SealedSeed;

/**
 * A delivered device as the store keeps it, for ever. A {@link TokenRow} of the same id is beside
 * it as soon as it was sent; since an id is never given again, the device then has one memory of
 * accepted codes for the rest of its life. Immutable; a change is a copy, and becomes real only if
 * the row still has the {@link #version} that was read.
 *
 * @param id follows from the seed under a key of the vault: no two rows of the installation have
 *     one seed, whatever their banks and serials are
 * @param bank its bank
 * @param serial what is printed on it; unique within the bank
 * @param otp how it computes
 * @param seed its seed, sealed for the id; empty when it is over
 * @param drift how many steps its clock was ahead of ours, as its maker measured it; negative if
 *     behind
 * @param batteryEnd the day on which its battery ends (S4-40)
 * @param branch the branch that keeps it, or from which it went out
 * @param state where it stands
 * @param contract the contract to which it belongs; empty before it was registered, and never
 *     another one afterwards (S4-19, S4-35)
 * @param delivered when it was taken into stock
 * @param version counts the changes of the row, from 0
 */
public record HardTokenRow(
    TokenId id,
    BankId bank,
    TokenSerial serial,
    OtpParameters otp,
    Optional<SealedSeed> seed,
    int drift,
    LocalDate batteryEnd,
    String branch,
    HardTokenState state,
    Optional<ContractId> contract,
    Instant delivered,
    long version) {
  /**
   * @param next where it stands from now on
   * @return a copy in that state; without its seed if that is the end
   * @throws IllegalArgumentException if it is over already
   */
  public HardTokenRow moved(HardTokenState next) {
    requireNotOver();
    return with(next, next.over() ? Optional.empty() : seed, contract);
  }

  /**
   * @param owner the contract that it is registered with
   * @return a copy that is ACTIVE and belongs to that contract
   * @throws IllegalArgumentException if it is over, or belongs to another contract (S4-35)
   */
  public HardTokenRow registeredWith(ContractId owner) {
    requireNotOver();
    if (contract.filter(other -> !other.equals(owner)).isPresent()) {
      throw new IllegalArgumentException(
          "hard token %s belongs to another contract for ever".formatted(serial));
    }
    return with(HardTokenState.ACTIVE, seed, Optional.of(owner));
  }

  private void requireNotOver() {
    if (state.over()) {
      throw new IllegalArgumentException("hard token %s is %s for ever".formatted(serial, state));
    }
  }

  private HardTokenRow with(
      HardTokenState newState, Optional<SealedSeed> newSeed, Optional<ContractId> newContract) {
    return new HardTokenRow(
        id,
        bank,
        serial,
        otp,
        newSeed,
        drift,
        batteryEnd,
        branch,
        newState,
        newContract,
        delivered,
        version);
  }
}
