package org.ichido.core.stock;

import java.io.IOException;
import java.util.List;
import org.ichido.api.BankId;
import org.ichido.api.stock.DeliveryProgress;
import org.ichido.api.stock.DeliveryReport;
import org.ichido.api.stock.DeliveryRequest;
import org.ichido.api.stock.DisposeOutcome;
import org.ichido.api.stock.DisposeRequest;
import org.ichido.api.stock.HardTokenStock;
import org.ichido.api.stock.StockCount;
import org.ichido.api.stock.StockQuery;
import org.ichido.api.stock.StockedToken;
import org.ichido.core.profile.BankProfiles;
import org.ichido.core.service.CurrentServices;
import org.ichido.spi.store.HardTokenRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps the stock in the store; takes one delivery in at a time. */
@Component
public final class StockKeeping implements HardTokenStock {
  private final CurrentServices services;
  private final BankProfiles profiles;
  private final int mostRows;

  /** For Declarative Services. */
  @Activate
  public StockKeeping(@Reference CurrentServices services, @Reference BankProfiles profiles) {
    this(services, profiles, Delivery.MOST_ROWS);
  }

  /**
   * For whoever takes in with another limit.
   *
   * @param services what core works with
   * @param profiles say which banks are served
   * @param mostRows the most rows of one file
   */
  public StockKeeping(CurrentServices services, BankProfiles profiles, int mostRows) {
    this.services = services;
    this.profiles = profiles;
    this.mostRows = mostRows;
  }

  @Override
  public synchronized DeliveryReport deliver(DeliveryRequest request, DeliveryProgress progress)
      throws IOException {
    Setting setting = new Setting(profiles.of(request.bank()), services.vault(), services.clock());
    return new Delivery(request, setting, services.store(), progress, mostRows).run();
  }

  @Override
  public List<StockCount> count(BankId bank) {
    profiles.of(bank);
    return services.store().stock(bank);
  }

  @Override
  public List<StockedToken> list(StockQuery query) {
    profiles.of(query.bank());
    return services.store().hardTokens(query).stream().map(StockKeeping::shown).toList();
  }

  private static StockedToken shown(HardTokenRow row) {
    return new StockedToken(
        row.serial(),
        row.id(),
        row.branch(),
        row.state(),
        row.otp(),
        row.batteryEnd(),
        row.contract(),
        row.delivered());
  }

  @Override
  public DisposeOutcome dispose(DisposeRequest request) {
    profiles.of(request.bank());
    return services.store().transact(new DisposeWork(request, services.clock()));
  }
}
