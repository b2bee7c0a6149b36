package org.ichido.spi.transport;

import org.ichido.api.BankNotServed;
import org.ichido.api.DescribeRequest;
import org.ichido.api.Description;
import org.ichido.api.UnlockRequest;
import org.ichido.api.Verdict;
import org.ichido.api.VerifyRequest;
import org.ichido.api.act.ActivateRequest;
import org.ichido.api.act.Activation;
import org.ichido.api.act.ApproveRequest;
import org.ichido.api.act.CancelRequest;
import org.ichido.api.act.ConfirmRequest;
import org.ichido.api.act.IssueRequest;
import org.ichido.api.act.OperatorRequest;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.ReissueRequest;
import org.ichido.api.act.RenameRequest;
import org.ichido.api.act.RenewRequest;
import org.ichido.api.act.ResynchroniseRequest;
import org.ichido.api.act.RevokeRequest;
import org.ichido.api.contract.BusinessOutcome;
import org.ichido.api.contract.BusinessRequest;
import org.ichido.api.contract.ContractRequest;
import org.ichido.api.contract.CountOutcome;
import org.ichido.api.contract.CountRequest;
import org.ichido.api.order.BooksOutcome;
import org.ichido.api.order.BooksRequest;
import org.ichido.api.order.HardTokenRequest;
import org.ichido.api.requirement.Question;
import org.ichido.api.requirement.Requirement;
import org.ichido.spi.store.UnitOfWork;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What core would decide, as units of work that {@link OnceOnly} runs. Each is bound to one
 * snapshot of the bank's profile and services, taken when the method is called.
 *
 * <p>Thread-safe. Every method throws {@link BankNotServed} if the bank has no valid profile.
 */
@ProviderType
public interface Decisions {
  /**
   * @param request a code and who presented it
   * @return the judgement: ACCEPTED, REFUSED, or NOT_PROCESSED for a code of a wrong length
   */
  UnitOfWork<Verdict> verify(VerifyRequest request);

  /**
   * @param request whose token, and who unlocks
   * @return the act
   */
  UnitOfWork<Outcome> unlock(UnlockRequest request);

  /**
   * @param request about whom, and who asks
   * @return the answer
   */
  UnitOfWork<Description> describe(DescribeRequest request);

  /**
   * @param request the form of a user who asks for a soft token
   * @return the beginning of an enrolment
   */
  UnitOfWork<Outcome> issue(IssueRequest request);

  /**
   * @param request the form of a customer with a new phone
   * @return the beginning of another enrolment, and the end of the former token
   */
  UnitOfWork<Outcome> reissue(ReissueRequest request);

  /**
   * @param request the three values and the app's key
   * @return the delivery of the seed
   */
  UnitOfWork<Activation> activate(ActivateRequest request);

  /**
   * @param request the first code
   * @return the judgement
   */
  UnitOfWork<Verdict> confirm(ConfirmRequest request);

  /**
   * @param request a token's new name
   * @return the act
   */
  UnitOfWork<Outcome> rename(RenameRequest request);

  /**
   * @param request a token and its current code
   * @return the act
   */
  UnitOfWork<Outcome> renew(RenewRequest request);

  /**
   * @param request which earlier request is taken back
   * @return the end of the enrolment that it began
   */
  UnitOfWork<Outcome> cancel(CancelRequest request);

  /**
   * @param request whose token, and who revokes
   * @return the act
   */
  UnitOfWork<Outcome> revoke(RevokeRequest request);

  /**
   * @param request whose token, and who suspends
   * @return the act
   */
  UnitOfWork<Outcome> suspend(OperatorRequest request);

  /**
   * @param request whose token, and who lifts the suspension
   * @return the act
   */
  UnitOfWork<Outcome> resume(OperatorRequest request);

  /**
   * @param request two successive codes
   * @return the act
   */
  UnitOfWork<Outcome> resynchronise(ResynchroniseRequest request);

  /**
   * @param request whose deliveries are to be forgotten
   * @return the act
   */
  UnitOfWork<Outcome> releaseDownloads(OperatorRequest request);

  /**
   * @param request which request is approved, and by whom
   * @return the act that was asked for
   */
  UnitOfWork<Outcome> approve(ApproveRequest request);

  /**
   * @param request what core banking tells of a contract or a user
   * @return its taking over
   */
  UnitOfWork<Outcome> contract(ContractRequest request);

  /**
   * @param question who wants to do what
   * @return whether that needs a code; writes nothing
   */
  UnitOfWork<Requirement> next(Question question);

  /**
   * @param request that the business of a day is opened or closed
   * @return its taking over
   */
  UnitOfWork<BusinessOutcome> business(BusinessRequest request);

  /**
   * Counts when the method is called, which may take seconds for a large bank, so that nobody is
   * held up while the unit of work runs.
   *
   * @param request how much there ought to be
   * @return the comparison; writes nothing but a difference into the audit
   * @throws org.ichido.api.StoreUnavailable if it could not be counted
   */
  UnitOfWork<CountOutcome> compare(CountRequest request);

  /**
   * Counts when the method is called, so that nobody is held up while the unit of work runs.
   *
   * @param request of which day, and of what
   * @return the totals; writes nothing
   * @throws org.ichido.api.StoreUnavailable if it could not be counted
   */
  UnitOfWork<DayTotals> totals(TotalsRequest request);

  /**
   * Looks the events up when the method is called.
   *
   * @param request which events core banking wants again
   * @return has those that were sent, or given up, sent once more, under their numbers
   * @throws org.ichido.api.StoreUnavailable if they could not be looked up
   */
  UnitOfWork<Resent> resend(ResendRequest request);

  /**
   * @param request what a branch orders or sends, or what a user registers or skips
   * @return what becomes of it
   */
  UnitOfWork<Outcome> hardToken(HardTokenRequest request);

  /**
   * Looks the books up when the method is called, so that nobody is held up while the unit of work
   * runs.
   *
   * @param request which business date, and what core banking says
   * @return the comparison; writes nothing but a difference into the audit
   * @throws org.ichido.api.StoreUnavailable if they could not be looked up
   */
  UnitOfWork<BooksOutcome> books(BooksRequest request);
}
