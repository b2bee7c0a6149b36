package org.ichido.core.migration;

import java.io.IOException;
import java.util.random.RandomGenerator;
import org.ichido.api.migration.LoadReport;
import org.ichido.api.migration.LoadRequest;
import org.ichido.api.migration.Migration;
import org.ichido.core.profile.BankProfiles;
import org.ichido.core.service.CurrentServices;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Runs migrations, one at a time. */
@Component
public final class FileMigration implements Migration {
  private final CurrentServices services;
  private final BankProfiles profiles;
  private final RandomGenerator random;

  /** For Declarative Services. */
  @Activate
  public FileMigration(
      @Reference CurrentServices services,
      @Reference BankProfiles profiles,
      @Reference RandomGenerator random) {
    this.services = services;
    this.profiles = profiles;
    this.random = random;
  }

  @Override
  public synchronized LoadReport load(LoadRequest request) throws IOException {
    Setting setting =
        new Setting(profiles.of(request.bank()), services.vault(), services.clock(), random);
    return new InitialLoad(request, setting, services.store()).run();
  }
}
