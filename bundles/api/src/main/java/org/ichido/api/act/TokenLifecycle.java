package org.ichido.api.act;

import org.ichido.api.NoAnswer;
import org.ichido.api.Verdict;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The life of a soft token, from its issue to its end. Every act is audited in the transaction that
 * does it, is told to core banking as an event of the same transaction, and is idempotent: the same
 * {@link org.ichido.api.RequestKey} again gets the first answer and has no second effect.
 *
 * <p>Thread-safe. Every request is handled under one snapshot of the bank's profile and of the
 * services it names; a change holds from the next request on. All methods throw {@link NoAnswer} if
 * nothing could be decided; ask again with the same key.
 */
@ProviderType
public interface TokenLifecycle {
  /**
   * Begins an enrolment, or begins it anew (S1-8, S1-15).
   *
   * @param request the form
   * @return DONE with the activation pair and the deadline
   */
  Outcome issue(IssueRequest request);

  /**
   * Begins an enrolment on a new phone and revokes the former token (S2-17).
   *
   * @param request the form and what the channel proved
   * @return DONE with the activation pair and the deadline
   */
  Outcome reissue(ReissueRequest request);

  /**
   * Delivers the seed to the app, once (S1-21).
   *
   * @param request the three values and the app's key
   * @return what became of it
   */
  Activation activate(ActivateRequest request);

  /**
   * Makes a token ACTIVE by its first code (S1-24).
   *
   * @param request the code
   * @return the verdict
   */
  Verdict confirm(ConfirmRequest request);

  /**
   * Changes the addition to a token's name (S0-41).
   *
   * @param request the new addition
   * @return what became of it
   */
  Outcome rename(RenameRequest request);

  /**
   * Moves a token's expiry (S2-23).
   *
   * @param request the token and its current code
   * @return DONE with the new expiry
   */
  Outcome renew(RenewRequest request);

  /**
   * Unbinds a token for good (S0-20).
   *
   * @param request whose token, and who revokes
   * @return DONE with the end of the cool-down
   */
  Outcome revoke(RevokeRequest request);

  /**
   * Stops a token after a phishing or loss report (S3-18). No customer role lifts it.
   *
   * @param request whose token, and who reports
   * @return what became of it
   */
  Outcome suspend(OperatorRequest request);

  /**
   * Lifts a suspension.
   *
   * @param request whose token, and who lifts it
   * @return what became of it
   */
  Outcome resume(OperatorRequest request);

  /**
   * Measures by two successive codes how far a token's clock is off, and keeps it (S0-40).
   *
   * @param request the codes
   * @return what became of it
   */
  Outcome resynchronise(ResynchroniseRequest request);

  /**
   * Sets the count of deliveries to 0 after a written request (S2-21).
   *
   * @param request whose, and who releases
   * @return what became of it
   */
  Outcome releaseDownloads(OperatorRequest request);

  /**
   * Does what another operator asked for (four eyes).
   *
   * @param request which request, and who approves
   * @return what became of the act
   */
  Outcome approve(ApproveRequest request);
}
