package org.ichido.spi.store;

import java.time.Instant;
import java.util.List;
import org.ichido.api.AuditEntry;
import org.ichido.api.BankId;
import org.ichido.api.ChainReport;
import org.ichido.api.Drained;
import org.ichido.api.Holder;
import org.ichido.api.StoreUnavailable;
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
   * @return whether any sealed seed is stored. A vault asks before it makes a new key.
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
