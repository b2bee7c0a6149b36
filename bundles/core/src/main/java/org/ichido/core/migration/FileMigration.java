package org.ichido.core.migration;

import java.io.IOException;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ichido.api.BankId;
import org.ichido.api.contract.BranchCount;
import org.ichido.api.migration.DeltaReport;
import org.ichido.api.migration.DeltaRequest;
import org.ichido.api.migration.LoadReport;
import org.ichido.api.migration.LoadRequest;
import org.ichido.api.migration.Migration;
import org.ichido.core.profile.BankProfiles;
import org.ichido.core.service.CurrentServices;
import org.ichido.core.service.InboxContractAdministration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Runs migrations, one at a time. */
@Component
public final class FileMigration implements Migration {
  private final CurrentServices services;
  private final BankProfiles profiles;
  private final InboxContractAdministration contracts;
  private final RandomGenerator random;

  /** For Declarative Services. */
  @Activate
  public FileMigration(
      @Reference CurrentServices services,
      @Reference BankProfiles profiles,
      @Reference InboxContractAdministration contracts,
      @Reference RandomGenerator random) {
    this.services = services;
    this.profiles = profiles;
    this.contracts = contracts;
    this.random = random;
  }

  @Override
  public synchronized LoadReport load(LoadRequest request) throws IOException {
    Setting setting =
        new Setting(profiles.of(request.bank()), services.vault(), services.clock(), random);
    return new InitialLoad(request, setting, services.store()).run();
  }

  @Override
  public synchronized DeltaReport delta(DeltaRequest request) throws IOException {
    profiles.of(request.bank());
    return new DeltaRun(request, services.clock(), services.store(), contracts).run();
  }

  @Override
  public List<BranchCount> count(BankId bank) {
    profiles.of(bank);
    return services.store().count(bank);
  }
}
