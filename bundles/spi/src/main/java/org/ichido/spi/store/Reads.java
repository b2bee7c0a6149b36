package org.ichido.spi.store;

import java.util.List;
import java.util.Optional;
import org.ichido.api.BankId;
import org.ichido.api.Holder;
import org.ichido.api.RequestKey;
import org.ichido.api.TokenId;
import org.ichido.api.act.ActivationPair;
import org.ichido.api.contract.ContractKey;
import org.ichido.api.stock.TokenSerial;

/**
 * What a unit of work wants loaded before it decides. Each reader asks for as little as will do.
 *
 * @param inbox the request whose memory is wanted
 * @param tokensOf the user whose tokens are wanted, whatever their state
 * @param auditEntries how many of that user's newest audit entries are wanted, 0 to 1,000
 * @param member the user whose row and contract are wanted
 * @param actor the user whose row and tokens are wanted beside the member's
 * @param pair the bank's token of that pair is wanted, and with it the rows of its user and
 *     contract
 * @param whole the contract of which everything is wanted: its row, its users, their tokens
 * @param device the device of which the bank's live tokens are wanted
 * @param approval the request that asked for an approval; what waits is wanted and, unless those of
 *     somebody else are, the tokens, the row and the contract of whom it is about
 * @param day the bank whose business day is wanted
 * @param delivered the hard tokens that are wanted
 */
public record Reads(
    Optional<RequestKey> inbox,
    Optional<Holder> tokensOf,
    int auditEntries,
    Optional<Holder> member,
    Optional<Holder> actor,
    Optional<Paired> pair,
    Optional<ContractKey> whole,
    Optional<OnDevice> device,
    Optional<RequestKey> approval,
    Optional<BankId> day,
    Optional<Delivered> delivered) {
  /** Nothing at all. */
  public static final Reads NOTHING =
      new Reads(
          Optional.empty(),
          Optional.empty(),
          0,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /**
   * @param bank the tenant
   * @param pair the pair of a token
   */
  public record Paired(BankId bank, ActivationPair pair) {}

  /**
   * @param bank the tenant
   * @param id the device
   */
  public record OnDevice(BankId bank, String id) {}

  /**
   * Hard tokens by what nothing else may have: those of the bank with one of the serials, and those
   * of any bank with one of the ids.
   *
   * @param bank the tenant
   * @param serials their serials
   * @param ids their ids
   */
  public record Delivered(BankId bank, List<TokenSerial> serials, List<TokenId> ids) {
    /** Copies the lists. */
    public Delivered {
      serials = List.copyOf(serials);
      ids = List.copyOf(ids);
    }
  }

  /**
   * @param holder a user
   * @return reads of the user's tokens
   */
  public static Reads tokensOf(Holder holder) {
    return NOTHING.withTokensOf(holder);
  }

  /**
   * @param holder a user
   * @return reads of the user's tokens, row and contract
   */
  public static Reads everythingOf(Holder holder) {
    return NOTHING.withTokensOf(holder).withMember(holder);
  }

  /**
   * @param key a request
   * @return these reads and the request's memory
   */
  public Reads withInbox(RequestKey key) {
    return new Reads(
        Optional.of(key),
        tokensOf,
        auditEntries,
        member,
        actor,
        pair,
        whole,
        device,
        approval,
        day,
        delivered);
  }

  /**
   * @param holder a user
   * @return these reads and the user's tokens
   */
  public Reads withTokensOf(Holder holder) {
    return new Reads(
        inbox,
        Optional.of(holder),
        auditEntries,
        member,
        actor,
        pair,
        whole,
        device,
        approval,
        day,
        delivered);
  }

  /**
   * @param entries how many audit entries of the user whose tokens are read
   * @return these reads and the entries
   */
  public Reads withAudit(int entries) {
    return new Reads(
        inbox, tokensOf, entries, member, actor, pair, whole, device, approval, day, delivered);
  }

  /**
   * @param holder a user
   * @return these reads and the user's row and contract
   */
  public Reads withMember(Holder holder) {
    return new Reads(
        inbox,
        tokensOf,
        auditEntries,
        Optional.of(holder),
        actor,
        pair,
        whole,
        device,
        approval,
        day,
        delivered);
  }

  /**
   * @param holder the user who acts
   * @return these reads and the actor's row and tokens
   */
  public Reads withActor(Holder holder) {
    return new Reads(
        inbox,
        tokensOf,
        auditEntries,
        member,
        Optional.of(holder),
        pair,
        whole,
        device,
        approval,
        day,
        delivered);
  }

  /**
   * @param wanted a pair of a bank
   * @return these reads and the token of that pair, its user and its contract
   */
  public Reads withPair(Paired wanted) {
    return new Reads(
        inbox,
        tokensOf,
        auditEntries,
        member,
        actor,
        Optional.of(wanted),
        whole,
        device,
        approval,
        day,
        delivered);
  }

  /**
   * @param contract a contract
   * @return these reads and the contract with all its users and tokens
   */
  public Reads withWhole(ContractKey contract) {
    return new Reads(
        inbox,
        tokensOf,
        auditEntries,
        member,
        actor,
        pair,
        Optional.of(contract),
        device,
        approval,
        day,
        delivered);
  }

  /**
   * @param wanted a device
   * @return these reads and the live tokens on it
   */
  public Reads withDevice(OnDevice wanted) {
    return new Reads(
        inbox,
        tokensOf,
        auditEntries,
        member,
        actor,
        pair,
        whole,
        Optional.of(wanted),
        approval,
        day,
        delivered);
  }

  /**
   * @param asked the request that asked for an approval
   * @return these reads and what waits for it, with whom it is about
   */
  public Reads withApproval(RequestKey asked) {
    return new Reads(
        inbox,
        tokensOf,
        auditEntries,
        member,
        actor,
        pair,
        whole,
        device,
        Optional.of(asked),
        day,
        delivered);
  }

  /**
   * @param bank a bank
   * @return these reads and the bank's business day
   */
  public Reads withDay(BankId bank) {
    return new Reads(
        inbox,
        tokensOf,
        auditEntries,
        member,
        actor,
        pair,
        whole,
        device,
        approval,
        Optional.of(bank),
        delivered);
  }

  /**
   * @param wanted hard tokens of a bank
   * @return these reads and the hard tokens
   */
  public Reads withDelivered(Delivered wanted) {
    return new Reads(
        inbox,
        tokensOf,
        auditEntries,
        member,
        actor,
        pair,
        whole,
        device,
        approval,
        day,
        Optional.of(wanted));
  }
}
