package org.ichido.core.service;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ichido.api.AuditEntry;
import org.ichido.api.BankId;
import org.ichido.api.Health;
import org.ichido.api.HealthSource;
import org.ichido.core.profile.BankProfiles;
import org.ichido.core.work.WriteWork;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.ParkedRow;
import org.ichido.spi.transport.ParkedReplies;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Parked replies as the store keeps them, each step in one transaction with its audit. */
@Component(service = {ParkedReplies.class, HealthSource.class})
public final class StoredParkedReplies implements ParkedReplies, HealthSource {
  private static final int MOST = 1_000;

  private final CurrentServices services;
  private final BankProfiles profiles;
  private final Briefly<Map<BankId, Integer>> counted =
      new Briefly<>("ichido-core parked replies", this::count);

  /** For Declarative Services. */
  @Activate
  public StoredParkedReplies(
      @Reference CurrentServices services, @Reference BankProfiles profiles) {
    this.services = services;
    this.profiles = profiles;
  }

  @Override
  public void park(ParkedRow reply, AuditEntry entry) {
    write(new Change.Park(reply), entry);
  }

  @Override
  public List<ParkedRow> of(BankId bank, int atMost) {
    return services.store().parked(bank, atMost);
  }

  @Override
  public void settle(long number, AuditEntry entry) {
    write(new Change.Unpark(number), entry);
  }

  private void write(Change change, AuditEntry entry) {
    services.store().transact(WriteWork.of(change, new Change.Append(entry)));
  }

  private Map<BankId, Integer> count() {
    Map<BankId, Integer> kept = new LinkedHashMap<>();
    for (BankId bank : profiles.banks()) {
      int replies = of(bank, MOST).size();
      if (replies > 0) {
        kept.put(bank, replies);
      }
    }
    return kept;
  }

  /** Says nothing while nothing is parked, and nothing without a store, which says enough. */
  @Override
  public List<Health> health() {
    return counted.ask().orElse(Map.of()).entrySet().stream()
        .map(
            kept ->
                new Health(
                    "bank " + kept.getKey() + ", parked replies",
                    Health.Level.WARN,
                    List.of(
                        "%d could not be delivered: ichido:reply-list %s"
                            .formatted(kept.getValue(), kept.getKey()))))
        .toList();
  }
}
