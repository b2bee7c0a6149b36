package org.ichido.spi.store;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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
 * @param lastOrder the bank of which the greatest order number is wanted
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
    return with(draft -> draft.inbox = Optional.of(key));
  }

  /**
   * @param holder a user
   * @return these reads and the user's tokens
   */
  public Reads withTokensOf(Holder holder) {
    return with(draft -> draft.tokensOf = Optional.of(holder));
  }

  /**
   * @param entries how many audit entries of the user whose tokens are read
   * @return these reads and the entries
   */
  public Reads withAudit(int entries) {
    return with(draft -> draft.auditEntries = entries);
  }

  /**
   * @param holder a user
   * @return these reads and the user's row and contract
   */
  public Reads withMember(Holder holder) {
    return with(draft -> draft.member = Optional.of(holder));
  }

  /**
   * @param holder the user who acts
   * @return these reads and the actor's row and tokens
   */
  public Reads withActor(Holder holder) {
    return with(draft -> draft.actor = Optional.of(holder));
  }

  /**
   * @param wanted a pair of a bank
   * @return these reads and the token of that pair, its user and its contract
   */
  public Reads withPair(Paired wanted) {
    return with(draft -> draft.pair = Optional.of(wanted));
  }

  /**
   * @param contract a contract
   * @return these reads and the contract with all its users and tokens
   */
  public Reads withWhole(ContractKey contract) {
    return with(draft -> draft.whole = Optional.of(contract));
  }

  /**
   * @param wanted a device
   * @return these reads and the live tokens on it
   */
  public Reads withDevice(OnDevice wanted) {
    return with(draft -> draft.device = Optional.of(wanted));
  }

  /**
   * @param asked the request that asked for an approval
   * @return these reads and what waits for it, with whom it is about
   */
  public Reads withApproval(RequestKey asked) {
    return with(draft -> draft.approval = Optional.of(asked));
  }

  /**
   * @param bank a bank
   * @return these reads and the bank's business day
   */
  public Reads withDay(BankId bank) {
    return with(draft -> draft.day = Optional.of(bank));
  }

  /**
   * @param wanted hard tokens of a bank
   * @return these reads, the hard tokens and their tokens
   */
  public Reads withDelivered(Delivered wanted) {
    return with(draft -> draft.delivered = Optional.of(wanted));
  }

  /**
   * @param contract a contract
   * @return these reads and all orders of the contract
   */
  public Reads withOrdersOf(ContractKey contract) {
    return with(draft -> draft.ordersOf = Optional.of(contract));
  }

  /**
   * @param wanted an order
   * @return these reads, the order and what core banking said of it
   */
  public Reads withOrder(Ordered wanted) {
    return with(draft -> draft.order = Optional.of(wanted));
  }

  /**
   * @param bank a bank
   * @return these reads and the bank's greatest order number
   */
  public Reads withLastOrder(BankId bank) {
    return with(draft -> draft.lastOrder = Optional.of(bank));
  }

  private Reads with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.reads();
  }

  /** These reads with one of them changed, so that no other has to be repeated for it. */
  private static final class Draft {
    private Optional<RequestKey> inbox;
    private Optional<Holder> tokensOf;
    private int auditEntries;
    private Optional<Holder> member;
    private Optional<Holder> actor;
    private Optional<Paired> pair;
    private Optional<ContractKey> whole;
    private Optional<OnDevice> device;
    private Optional<RequestKey> approval;
    private Optional<BankId> day;
    private Optional<Delivered> delivered;
    private Optional<ContractKey> ordersOf;
    private Optional<Ordered> order;
    private Optional<BankId> lastOrder;

    Draft(Reads reads) {
      this.inbox = reads.inbox;
      this.tokensOf = reads.tokensOf;
      this.auditEntries = reads.auditEntries;
      this.member = reads.member;
      this.actor = reads.actor;
      this.pair = reads.pair;
      this.whole = reads.whole;
      this.device = reads.device;
      this.approval = reads.approval;
      this.day = reads.day;
      this.delivered = reads.delivered;
      this.ordersOf = reads.ordersOf;
      this.order = reads.order;
      this.lastOrder = reads.lastOrder;
    }

    Reads reads() {
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
          delivered,
          ordersOf,
          order,
          lastOrder);
    }
  }
}
