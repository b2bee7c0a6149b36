package org.ichido.spi.store;

import java.util.List;
import java.util.Optional;
import org.ichido.api.BankId;
import org.ichido.api.Holder;
import org.ichido.api.RequestKey;
import org.ichido.api.TokenId;
import org.ichido.api.act.ActivationPair;
import org.ichido.api.contract.ContractKey;
import org.ichido.api.order.OrderNumber;
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
 * @param delivered the hard tokens that are wanted, and the tokens of the same ids
 * @param ordersOf the contract of which all orders are wanted
 * @param order the order that is wanted, with what core banking said of it
 * @param lastOrder the bank of which the order of the greatest number is wanted
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
    Optional<Delivered> delivered,
    Optional<ContractKey> ordersOf,
    Optional<Ordered> order,
    Optional<BankId> lastOrder) {
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
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /**
   * @param bank the tenant
   * @param number the number of an order
   */
  public record Ordered(BankId bank, OrderNumber number) {}

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
    return with(Part.INBOX, key);
  }

  /**
   * @param holder a user
   * @return these reads and the user's tokens
   */
  public Reads withTokensOf(Holder holder) {
    return with(Part.TOKENS_OF, holder);
  }

  /**
   * @param entries how many audit entries of the user whose tokens are read
   * @return these reads and the entries
   */
  public Reads withAudit(int entries) {
    return with(Part.AUDIT, entries);
  }

  /**
   * @param holder a user
   * @return these reads and the user's row and contract
   */
  public Reads withMember(Holder holder) {
    return with(Part.MEMBER, holder);
  }

  /**
   * @param holder the user who acts
   * @return these reads and the actor's row and tokens
   */
  public Reads withActor(Holder holder) {
    return with(Part.ACTOR, holder);
  }

  /**
   * @param wanted a pair of a bank
   * @return these reads and the token of that pair, its user and its contract
   */
  public Reads withPair(Paired wanted) {
    return with(Part.PAIR, wanted);
  }

  /**
   * @param contract a contract
   * @return these reads and the contract with all its users and tokens
   */
  public Reads withWhole(ContractKey contract) {
    return with(Part.WHOLE, contract);
  }

  /**
   * @param wanted a device
   * @return these reads and the live tokens on it
   */
  public Reads withDevice(OnDevice wanted) {
    return with(Part.DEVICE, wanted);
  }

  /**
   * @param asked the request that asked for an approval
   * @return these reads and what waits for it, with whom it is about
   */
  public Reads withApproval(RequestKey asked) {
    return with(Part.APPROVAL, asked);
  }

  /**
   * @param bank a bank
   * @return these reads and the bank's business day
   */
  public Reads withDay(BankId bank) {
    return with(Part.DAY, bank);
  }

  /**
   * @param wanted hard tokens of a bank
   * @return these reads, the hard tokens and their tokens
   */
  public Reads withDelivered(Delivered wanted) {
    return with(Part.DELIVERED, wanted);
  }

  /**
   * @param contract a contract
   * @return these reads and all orders of the contract
   */
  public Reads withOrdersOf(ContractKey contract) {
    return with(Part.ORDERS_OF, contract);
  }

  /**
   * @param wanted an order
   * @return these reads, the order and what core banking said of it
   */
  public Reads withOrder(Ordered wanted) {
    return with(Part.ORDER, wanted);
  }

  /**
   * @param bank a bank
   * @return these reads and the bank's greatest order number
   */
  public Reads withLastOrder(BankId bank) {
    return with(Part.LAST_ORDER, bank);
  }

  /** These reads with one of them changed, so that no other has to be repeated for it. */
  private Reads with(Part part, Object wanted) {
    Changed one = new Changed(part, wanted);
    return new Reads(
        one.or(Part.INBOX, RequestKey.class, inbox),
        one.or(Part.TOKENS_OF, Holder.class, tokensOf),
        part == Part.AUDIT ? (Integer) wanted : auditEntries,
        one.or(Part.MEMBER, Holder.class, member),
        one.or(Part.ACTOR, Holder.class, actor),
        one.or(Part.PAIR, Paired.class, pair),
        one.or(Part.WHOLE, ContractKey.class, whole),
        one.or(Part.DEVICE, OnDevice.class, device),
        one.or(Part.APPROVAL, RequestKey.class, approval),
        one.or(Part.DAY, BankId.class, day),
        one.or(Part.DELIVERED, Delivered.class, delivered),
        one.or(Part.ORDERS_OF, ContractKey.class, ordersOf),
        one.or(Part.ORDER, Ordered.class, order),
        one.or(Part.LAST_ORDER, BankId.class, lastOrder));
  }

  private enum Part {
    INBOX,
    TOKENS_OF,
    AUDIT,
    MEMBER,
    ACTOR,
    PAIR,
    WHOLE,
    DEVICE,
    APPROVAL,
    DAY,
    DELIVERED,
    ORDERS_OF,
    ORDER,
    LAST_ORDER
  }

  private record Changed(Part part, Object wanted) {
    <T> Optional<T> or(Part asked, Class<T> type, Optional<T> present) {
      return part == asked ? Optional.of(type.cast(wanted)) : present;
    }
  }
}
