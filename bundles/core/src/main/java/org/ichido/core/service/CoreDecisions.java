package org.ichido.core.service;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.ichido.api.BankId;
import org.ichido.api.DescribeRequest;
import org.ichido.api.Description;
import org.ichido.api.TokenId;
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
import org.ichido.core.business.BusinessDayWork;
import org.ichido.core.business.ResendWork;
import org.ichido.core.business.TotalsWork;
import org.ichido.core.change.ChangeDecisions;
import org.ichido.core.contract.ContractDecisions;
import org.ichido.core.contract.CountWork;
import org.ichido.core.enrolment.EnrolmentDecisions;
import org.ichido.core.fee.BooksWork;
import org.ichido.core.order.DeviceOfOrder;
import org.ichido.core.order.HardTokenDecisions;
import org.ichido.core.profile.BankProfiles;
import org.ichido.core.requirement.RequirementDecisions;
import org.ichido.core.work.Decoy;
import org.ichido.core.work.DescribeWork;
import org.ichido.core.work.Snapshot;
import org.ichido.core.work.VerifyWork;
import org.ichido.spi.SecretVault;
import org.ichido.spi.store.UnitOfWork;
import org.ichido.spi.transport.DayTotals;
import org.ichido.spi.transport.Decisions;
import org.ichido.spi.transport.ResendRequest;
import org.ichido.spi.transport.Resent;
import org.ichido.spi.transport.TotalsRequest;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes the snapshot for each request: the profile, the vault, the clock, each read once. */
@Component(service = {Decisions.class, CoreDecisions.class})
public final class CoreDecisions implements Decisions {
  private final CurrentServices services;
  private final BankProfiles profiles;
  private final RandomGenerator random;
  private volatile @Nullable Decoy decoy;

  /** For Declarative Services. */
  @Activate
  public CoreDecisions(
      @Reference CurrentServices services,
      @Reference BankProfiles profiles,
      @Reference RandomGenerator random) {
    this.services = services;
    this.profiles = profiles;
    this.random = random;
  }

  @Override
  public UnitOfWork<Verdict> verify(VerifyRequest request) {
    return new VerifyWork(request, snapshot(request.holder().bank()));
  }

  @Override
  public UnitOfWork<Outcome> unlock(UnlockRequest request) {
    return ChangeDecisions.unlock(request, snapshot(request.holder().bank()));
  }

  @Override
  public UnitOfWork<Description> describe(DescribeRequest request) {
    profiles.of(request.holder().bank());
    return new DescribeWork(request, services.clock());
  }

  @Override
  public UnitOfWork<Outcome> issue(IssueRequest request) {
    return EnrolmentDecisions.issue(request, snapshot(request.holder().bank()));
  }

  @Override
  public UnitOfWork<Outcome> reissue(ReissueRequest request) {
    return EnrolmentDecisions.reissue(request, snapshot(request.issue().holder().bank()));
  }

  @Override
  public UnitOfWork<Activation> activate(ActivateRequest request) {
    return EnrolmentDecisions.activate(request, snapshot(request.bank()));
  }

  @Override
  public UnitOfWork<Verdict> confirm(ConfirmRequest request) {
    return EnrolmentDecisions.confirm(request, snapshot(request.holder().bank()));
  }

  @Override
  public UnitOfWork<Outcome> rename(RenameRequest request) {
    return EnrolmentDecisions.rename(request, snapshot(request.bank()));
  }

  @Override
  public UnitOfWork<Outcome> renew(RenewRequest request) {
    return ChangeDecisions.renew(request, snapshot(request.bank()));
  }

  @Override
  public UnitOfWork<Outcome> revoke(RevokeRequest request) {
    return ChangeDecisions.revoke(request, snapshot(request.holder().bank()));
  }

  @Override
  public UnitOfWork<Outcome> suspend(OperatorRequest request) {
    return ChangeDecisions.suspend(request, snapshot(request.holder().bank()));
  }

  @Override
  public UnitOfWork<Outcome> resume(OperatorRequest request) {
    return ChangeDecisions.resume(request, snapshot(request.holder().bank()));
  }

  @Override
  public UnitOfWork<Outcome> resynchronise(ResynchroniseRequest request) {
    return ChangeDecisions.resynchronise(request, snapshot(request.holder().bank()));
  }

  @Override
  public UnitOfWork<Outcome> releaseDownloads(OperatorRequest request) {
    return ChangeDecisions.releaseDownloads(request, snapshot(request.holder().bank()));
  }

  @Override
  public UnitOfWork<Outcome> approve(ApproveRequest request) {
    return ChangeDecisions.approve(request, snapshot(request.bank()));
  }

  @Override
  public UnitOfWork<Outcome> contract(ContractRequest request) {
    return ContractDecisions.contract(request, snapshot(request.contract().bank()));
  }

  @Override
  public UnitOfWork<Requirement> next(Question question) {
    return RequirementDecisions.next(question, snapshot(question.holder().bank()));
  }

  @Override
  public UnitOfWork<BusinessOutcome> business(BusinessRequest request) {
    profiles.of(request.bank());
    return new BusinessDayWork(request, services.clock());
  }

  @Override
  public UnitOfWork<CountOutcome> compare(CountRequest request) {
    profiles.of(request.bank());
    return new CountWork(request, services.store().count(request.bank()), services.clock());
  }

  @Override
  public UnitOfWork<Outcome> cancel(CancelRequest request) {
    return EnrolmentDecisions.cancel(request, snapshot(request.holder().bank()));
  }

  @Override
  public UnitOfWork<DayTotals> totals(TotalsRequest request) {
    Snapshot snapshot = snapshot(request.bank());
    return new TotalsWork(
        request, services.store().totals(request.bank(), request.date()), snapshot);
  }

  @Override
  public UnitOfWork<Resent> resend(ResendRequest request) {
    profiles.of(request.bank());
    return new ResendWork(
        request,
        services
            .store()
            .outboxRange(request.bank(), request.from(), request.to(), ResendRequest.MOST),
        services.clock());
  }

  @Override
  public UnitOfWork<Outcome> hardToken(HardTokenRequest request) {
    Snapshot snapshot = snapshot(request.contract().bank());
    Optional<TokenId> device =
        DeviceOfOrder.in(request).flatMap(question -> services.store().transact(question));
    return HardTokenDecisions.of(request, device, snapshot);
  }

  @Override
  public UnitOfWork<BooksOutcome> books(BooksRequest request) {
    profiles.of(request.bank());
    return new BooksWork(
        request,
        services.store().feesOf(request.bank(), request.date()),
        services.store().bookings(request.bank(), request.date()),
        services.clock());
  }

  private Snapshot snapshot(BankId bank) {
    var profile = profiles.of(bank);
    SecretVault vault = services.vault();
    return new Snapshot(profile, vault, decoyOf(vault), services.clock(), random);
  }

  private Decoy decoyOf(SecretVault vault) {
    Decoy present = decoy;
    if (present == null || present.vault() != vault) {
      present = Decoy.sealedBy(vault, random);
      decoy = present;
    }
    return present;
  }
}
