package org.ichido.core.enrolment;

import java.util.Optional;
import java.util.UUID;
import org.ichido.api.TokenId;
import org.ichido.api.Verdict;
import org.ichido.api.act.ActivateRequest;
import org.ichido.api.act.Activation;
import org.ichido.api.act.CancelRequest;
import org.ichido.api.act.ConfirmRequest;
import org.ichido.api.act.IssueRequest;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Proofs;
import org.ichido.api.act.ReissueRequest;
import org.ichido.api.act.RenameRequest;
import org.ichido.core.secret.ActivationPassword;
import org.ichido.core.secret.AppKey;
import org.ichido.core.secret.HiddenPassword;
import org.ichido.core.secret.TransportPassword;
import org.ichido.core.work.Snapshot;
import org.ichido.spi.SecretVault;
import org.ichido.spi.store.UnitOfWork;

/**
 * How a soft token comes to its user: issue, activation, confirmation. What takes the vault
 * milliseconds is done here, before the transaction.
 */
public final class EnrolmentDecisions {
  private EnrolmentDecisions() {}

  /**
   * @param request the form of a user who asks for a soft token
   * @param snapshot what it is handled under
   * @return the beginning of an enrolment
   */
  public static UnitOfWork<Outcome> issue(IssueRequest request, Snapshot snapshot) {
    return begin(request, Optional.empty(), snapshot);
  }

  /**
   * @param request the form of a customer with a new phone
   * @param snapshot what it is handled under
   * @return the beginning of another enrolment, and the end of the former token
   */
  public static UnitOfWork<Outcome> reissue(ReissueRequest request, Snapshot snapshot) {
    return begin(request.issue(), Optional.of(request.proofs()), snapshot);
  }

  private static UnitOfWork<Outcome> begin(
      IssueRequest request, Optional<Proofs> proofs, Snapshot snapshot) {
    EnrolmentPolicy policy = snapshot.profile().enrolment();
    IssueForm form = IssueForm.of(request, policy.mail(), snapshot.vault());
    UUID id = new UUID(snapshot.random().nextLong(), snapshot.random().nextLong());
    return new IssueWork(
        request, new IssueRules(policy, proofs, form), new TokenId(id.toString()), snapshot);
  }

  /**
   * @param request the three values and the app's key
   * @param snapshot what it is handled under
   * @return the delivery of the seed
   */
  public static UnitOfWork<Activation> activate(ActivateRequest request, Snapshot snapshot) {
    Optional<AppKey> app = AppKey.read(request.appKey()).key();
    return new ActivateWork(
        request, app, app.flatMap(key -> hidden(request, key, snapshot.vault())), snapshot);
  }

  private static Optional<HiddenPassword> hidden(
      ActivateRequest request, AppKey app, SecretVault vault) {
    Optional<ActivationPassword> typed =
        TransportPassword.ofActivation(request.password(), app, vault);
    try {
      return typed.map(password -> HiddenPassword.of(password, vault));
    } finally {
      typed.ifPresent(ActivationPassword::close);
    }
  }

  /**
   * @param request the first code
   * @param snapshot what it is handled under
   * @return the judgement
   */
  public static UnitOfWork<Verdict> confirm(ConfirmRequest request, Snapshot snapshot) {
    return new ConfirmWork(request, snapshot);
  }

  /**
   * @param request a token's new name
   * @param snapshot what it is handled under
   * @return the act
   */
  public static UnitOfWork<Outcome> rename(RenameRequest request, Snapshot snapshot) {
    return new RenameWork(request, snapshot);
  }

  /**
   * @param request which earlier request is taken back
   * @param snapshot what it is handled under
   * @return the end of the enrolment that it began
   */
  public static UnitOfWork<Outcome> cancel(CancelRequest request, Snapshot snapshot) {
    return new CancelWork(request, snapshot.clock());
  }
}
