package org.ichido.spi.transport;

import java.util.Optional;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.Holder;
import org.ichido.api.UserId;
import org.ichido.api.contract.ContractKey;

/**
 * Whom a request is about, as far as it says so itself.
 *
 * @param bank the tenant
 * @param contract the contract, if it names one
 * @param user the user, if it names one
 */
public record Subject(BankId bank, Optional<ContractId> contract, Optional<UserId> user) {
  /**
   * @param bank the tenant
   * @return a subject of which no more is said
   */
  public static Subject of(BankId bank) {
    return new Subject(bank, Optional.empty(), Optional.empty());
  }

  /**
   * @param contract a contract
   * @return a subject of which no user is said
   */
  public static Subject of(ContractKey contract) {
    return new Subject(contract.bank(), Optional.of(contract.contract()), Optional.empty());
  }

  /**
   * @return the user, if contract and user are named
   */
  public Optional<Holder> holder() {
    return contract.flatMap(c -> user.map(u -> new Holder(bank, c, u)));
  }

  /**
   * @param holder a user
   * @return the user as a subject
   */
  public static Subject of(Holder holder) {
    return new Subject(holder.bank(), Optional.of(holder.contract()), Optional.of(holder.user()));
  }
}
