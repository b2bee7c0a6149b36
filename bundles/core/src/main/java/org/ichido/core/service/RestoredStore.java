package org.ichido.core.service;

import java.time.Instant;
import java.util.List;
import org.ichido.api.Actor;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.BankId;
import org.ichido.api.BankNotServed;
import org.ichido.api.StoreAdministration;
import org.ichido.core.profile.BankProfiles;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Hands the administrator's word to the store, with the audit that goes with it. */
@Component
public final class RestoredStore implements StoreAdministration {
  private final CurrentServices services;
  private final BankProfiles profiles;

  /** For Declarative Services. */
  @Activate
  public RestoredStore(@Reference CurrentServices services, @Reference BankProfiles profiles) {
    this.services = services;
    this.profiles = profiles;
  }

  @Override
  public Instant acceptRestored(Actor.Administrator actor) {
    Instant now = services.clock().instant();
    List<AuditEntry> entries =
        profiles.served().stream().map(bank -> entry(now, bank, actor)).toList();
    if (entries.isEmpty()) {
      throw new BankNotServed(
          "no bank is served, so nobody's audit could say that the store was restored: mend the"
              + " profiles first, see ichido:status");
    }
    return services.store().acceptOlder(now, entries);
  }

  private static AuditEntry entry(Instant now, BankId bank, Actor actor) {
    return AuditEntry.of(now, AuditEvent.STORE_RESTORED, bank)
        .withActor(actor)
        .withDetail("an older database was let in; what it may have forgotten is refused");
  }
}
