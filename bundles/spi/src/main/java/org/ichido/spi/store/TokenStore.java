package org.ichido.spi.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ichido.api.AuditEntry;
import org.ichido.api.BankId;
import org.ichido.api.ChainReport;
import org.ichido.api.ContractId;
import org.ichido.api.Drained;
import org.ichido.api.Holder;
import org.ichido.api.Requester;
import org.ichido.api.StoreUnavailable;
import org.ichido.api.contract.BranchCount;
import org.ichido.api.order.OrderQuery;
import org.ichido.api.stock.StockCount;
import org.ichido.api.stock.StockQuery;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Remembers tokens, answers and the audit. The database decides who was first: updates are
 * conditional, keys are unique.
 *
 * <p>Thread-safe; units of work on one token run one after the other within a node. Every method
 * throws {@link StoreUnavailable} if it cannot say.
 */
@ConsumerType
public interface TokenStore {
  /**
   * Finds tokens as they are committed, by contract and then by registration.
   *
   * @param query which
   * @return the tokens
   */
  List<TokenRow> find(TokenQuery query);

  /**
   * Reads the audit of a user.
   *
   * @param holder the user
   * @param atMost how many entries at the most, 1 to 1,000
   * @return the entries, newest first
   */
  List<AuditEntry> audit(Holder holder, int atMost);

  /**
   * Runs a unit of work in one transaction, alone or together with others that wait. Returns when
   * its changes are on the disk, in a way that survives {@code kill -9} and a power cut.
   *
   * @param work the unit of work; run again on fresh rows if another writer was faster
   * @param <O> the type of the outcome
   * @return its outcome
   * @throws StoreUnavailable if the changes could not be made durable; whether they will be found
   *     later is unknown
   */
  <O> O transact(UnitOfWork<O> work);

  /**
   * @return whether any sealed seed is stored, of a token or of a device in stock; a token that
   *     waits for its activation has none. A vault asks before it makes a new key.
   */
  boolean holdsSealedSeeds();

  /**
   * Since when the memory of accepted codes and of answers is whole. What happened before may have
   * been forgotten: a code of an earlier step is never accepted, and a request that was sent
   * earlier is not judged anew.
   *
   * @return the instant; {@link Instant#EPOCH} unless an older database was let in
   */
  Instant memoryBegins();

  /**
   * Lets in a database that lacks what was committed last, such as a restored backup. A store
   * refuses such a database until then. If it is open, because nothing shows its age, the memory
   * begins now.
   *
   * @param now the present time: what is earlier may have been forgotten, if the store does not
   *     know better
   * @param entries what goes into the audit in the same transaction
   * @return {@link #memoryBegins} from now on
   */
  Instant acceptOlder(Instant now, List<AuditEntry> entries);

  /**
   * @return the banks that are marked as drained
   */
  List<Drained> drained();

  /**
   * Finds the replies of a bank that could not be delivered.
   *
   * @param bank the bank
   * @param atMost how many at the most, 1 to 1,000
   * @return the replies, by number
   */
  List<ParkedRow> parked(BankId bank, int atMost);

  /**
   * Finds what waits in the outbox and may be tried.
   *
   * @param bank the bank
   * @param kind by which way
   * @param now the present time; what may be tried only later is left out
   * @param atMost how many at the most, 1 to 1,000
   * @return the entries, by number
   */
  List<OutboxRow> outbox(BankId bank, OutboxRow.Kind kind, Instant now, int atMost);

  /**
   * Finds events of a bank by number, however they stand, to send them once more. Mails are not
   * among them. What was settled long ago is forgotten, see {@link Change.Forget}.
   *
   * @param bank the bank
   * @param fromNumber the first number
   * @param toNumber the last number, included
   * @param atMost how many at the most, 1 to 1,000
   * @return the entries, by number
   */
  List<OutboxRow> outboxRange(BankId bank, long fromNumber, long toNumber, int atMost);

  /**
   * Finds the request that a record was, for an inquiry. It is found as long as its answer is
   * remembered.
   *
   * @param requester who sent it
   * @param source the system that its header names
   * @param businessDate the business date in its header
   * @param serialNumber its number among the records of that source and business date
   * @return the request; if several bore that number, the one judged last
   */
  Optional<InboxRow> marked(
      Requester requester, String source, LocalDate businessDate, long serialNumber);

  /**
   * Counts a bank's requests of a business date that are remembered, each once however often it was
   * sent. A request is remembered for the inbox horizon, so ask on the day or soon after.
   *
   * @param bank the bank
   * @param businessDate the business date in their headers
   * @return how many of each branch, record type and response code, in that order
   */
  List<Total> totals(BankId bank, LocalDate businessDate);

  /**
   * Finds tokens that time alone has something to do with: an enrolment past its deadline, an
   * ACTIVE token past its expiry of which that was not told yet.
   *
   * @param bank the bank
   * @param now the present time
   * @param atMost how many at the most, 1 to 1,000
   * @return the tokens, the longest overdue first
   */
  List<TokenRow> overdue(BankId bank, Instant now, int atMost);

  /**
   * Finds contracts with a method change that is due.
   *
   * @param bank the bank
   * @param today the present day in Japan
   * @param atMost how many at the most, 1 to 1,000
   * @return the contracts, the longest due first
   */
  List<ContractRow> methodsDue(BankId bank, LocalDate today, int atMost);

  /**
   * Finds contracts of a bank, closed ones among them, one page after the other.
   *
   * @param bank the bank
   * @param after the last contract of the page before; empty for the first page
   * @param atMost how many at the most, 1 to 1,000
   * @return the contracts, by id
   */
  List<ContractRow> contracts(BankId bank, Optional<ContractId> after, int atMost);

  /**
   * Counts what a bank has, all at one moment. Reads every contract, user and token of the bank, on
   * its own and without holding up units of work.
   *
   * @param bank the bank
   * @return the counts by branch, in the order of their names; a branch of which there is nothing
   *     is not among them
   */
  List<BranchCount> count(BankId bank);

  /**
   * Finds hard tokens as they are committed.
   *
   * @param query which
   * @return the tokens; whose battery ends first comes first, then by serial
   */
  List<HardTokenRow> hardTokens(StockQuery query);

  /**
   * Counts a bank's hard tokens.
   *
   * @param bank the bank
   * @return how many by branch and state, in that order, without what there is none of
   */
  List<StockCount> stock(BankId bank);

  /**
   * Finds orders as they are committed.
   *
   * @param query which
   * @return the orders, by number
   */
  List<OrderRow> orders(OrderQuery query);

  /**
   * Finds orders with a debit or a refund that waits until business opens.
   *
   * @param bank the bank
   * @param atMost how many at the most, 1 to 1,000
   * @return the orders, by number
   */
  List<OrderRow> feesQueued(BankId bank, int atMost);

  /**
   * Finds orders of which something is to be sent to core banking, or to be noted.
   *
   * @param bank the bank
   * @param now the present time
   * @param atMost how many at the most, 1 to 1,000
   * @return the orders, the longest due first
   */
  List<OrderRow> feesDue(BankId bank, Instant now, int atMost);

  /**
   * Finds orders with a debit or a refund of a business date.
   *
   * @param bank the bank
   * @param businessDate under which core banking was asked
   * @return the orders, by number
   */
  List<OrderRow> feesOf(BankId bank, LocalDate businessDate);

  /**
   * Finds what replies of core banking said under a business date.
   *
   * @param bank the bank
   * @param businessDate under which core banking was asked
   * @return what they said, by order, the first first
   */
  List<BookingRow> bookings(BankId bank, LocalDate businessDate);

  /**
   * @return how the memory of answers stands; cheap however many there are
   */
  InboxFigures inbox();

  /**
   * Reads the whole audit chain and recomputes every hash.
   *
   * @return what was found
   */
  ChainReport verifyAuditChain();
}
