package org.ichido.core.service;

import java.util.random.RandomGenerator;
import org.ichido.api.DescribeRequest;
import org.ichido.api.Description;
import org.ichido.api.UnlockOutcome;
import org.ichido.api.UnlockRequest;
import org.ichido.api.Verdict;
import org.ichido.api.VerifyRequest;
import org.ichido.core.profile.BankProfiles;
import org.ichido.core.work.Decoy;
import org.ichido.core.work.DescribeWork;
import org.ichido.core.work.UnlockWork;
import org.ichido.core.work.VerifyWork;
import org.ichido.spi.SecretVault;
import org.ichido.spi.store.UnitOfWork;
import org.ichido.spi.transport.Decisions;
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
    var profile = profiles.of(request.holder().bank());
    SecretVault vault = services.vault();
    return new VerifyWork(request, profile, vault, decoyOf(vault), services.clock());
  }

  @Override
  public UnitOfWork<UnlockOutcome> unlock(UnlockRequest request) {
    return new UnlockWork(request, profiles.of(request.holder().bank()), services.clock());
  }

  @Override
  public UnitOfWork<Description> describe(DescribeRequest request) {
    profiles.of(request.holder().bank());
    return new DescribeWork(request, services.clock());
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
