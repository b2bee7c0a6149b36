package org.ichido.store.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.ichido.api.AuditEntry;
import org.ichido.api.BankId;
import org.ichido.api.ChainReport;
import org.ichido.api.ContractId;
import org.ichido.api.Drained;
import org.ichido.api.Health;
import org.ichido.api.HealthSource;
import org.ichido.api.Holder;
import org.ichido.api.Requester;
import org.ichido.api.StoreUnavailable;
import org.ichido.api.contract.BranchCount;
import org.ichido.api.order.OrderQuery;
import org.ichido.api.stock.StockCount;
import org.ichido.api.stock.StockQuery;
import org.ichido.spi.store.BookingRow;
import org.ichido.spi.store.ContractRow;
import org.ichido.spi.store.HardTokenRow;
import org.ichido.spi.store.InboxFigures;
import org.ichido.spi.store.InboxRow;
import org.ichido.spi.store.OrderRow;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.ParkedRow;
import org.ichido.spi.store.TokenQuery;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.TokenStore;
import org.ichido.spi.store.Total;
import org.ichido.spi.store.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jdbc.DataSourceFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The token store in a database. It owns the database's whole life: it takes its lock, opens,
 * proves that commits are durable, migrates, and ends the engine.
 *
 * <p>If it cannot open, the service is there all the same, says why, and tries again when it is
 * asked, at most once a second. A change of the configuration or of the driver closes it and makes
 * a new service.
 */
@Component(
    service = {TokenStore.class, HealthSource.class},
    configurationPid = "org.ichido.store",
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true)
public final class JdbcTokenStore implements TokenStore, HealthSource, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JdbcTokenStore.class);

  private final DatabaseAccess access;
  private final Batches batches = new Batches(this::run);

  /**
   * Opens the store, or stays closed and says why. Never throws: a component whose constructor
   * throws would leave a dead service.
   *
   * @param config where the database is
   * @param driver makes connections; {@code driver.target} in the configuration selects it
   * @param random for the password of a new database
   */
  @Activate
  public JdbcTokenStore(
      StoreConfig config,
      @Reference(name = "driver") DataSourceFactory driver,
      @Reference RandomGenerator random) {
    this(() -> StoreSettings.of(config), driver, random);
  }

  /**
   * For whoever has no service registry: tests, benchmarks.
   *
   * @param settings where the database is
   * @param driver makes connections
   * @param random for the password of a new database
   */
  public JdbcTokenStore(StoreSettings settings, DataSourceFactory driver, RandomGenerator random) {
    this(() -> settings, driver, random);
  }

  private JdbcTokenStore(
      Supplier<StoreSettings> settings, DataSourceFactory driver, RandomGenerator random) {
    this(
        new DatabaseAccess(
            accepted -> new DatabaseOpening(settings.get(), driver, random).open(accepted)));
  }

  JdbcTokenStore(DatabaseAccess access) {
    this.access = access;
    try {
      Database database = access.database();
      LOG.info("The store is open: {}", StoreHealth.of(access).lines());
      for (String warning : database.witness().warnedWhileOpening()) {
        LOG.warn("ICH-STORE-002 While opening, the engine warned: {}", warning);
      }
    } catch (StoreDown e) {
      LOG.error(
          "ICH-STORE-001 The store is not open. It tries again when it is asked. {}",
          e.reason(),
          e);
    }
  }

  /** Waits for what is being written, and ends the engine. */
  @Deactivate
  @Override
  public void close() {
    access.close();
  }

  @Override
  public List<TokenRow> find(TokenQuery query) {
    return read(connection -> new TokenSearch(connection).find(query));
  }

  @Override
  public List<AuditEntry> audit(Holder holder, int atMost) {
    return read(connection -> new AuditTable(connection).newest(holder, atMost));
  }

  @Override
  public boolean holdsSealedSeeds() {
    return read(connection -> new TokenSearch(connection).holdsSealedSeeds());
  }

  @Override
  public List<Drained> drained() {
    return read(connection -> new DrainedTable(connection).all());
  }

  @Override
  public List<ParkedRow> parked(BankId bank, int atMost) {
    return read(connection -> new ParkedTable(connection).of(bank, atMost));
  }

  @Override
  public List<OutboxRow> outbox(BankId bank, OutboxRow.Kind kind, Instant now, int atMost) {
    return read(connection -> new OutboxTable(connection).waiting(bank, kind, now, atMost));
  }

  @Override
  public List<OutboxRow> outboxRange(BankId bank, long fromNumber, long toNumber, int atMost) {
    return read(
        connection -> new OutboxTable(connection).events(bank, fromNumber, toNumber, atMost));
  }

  @Override
  public List<TokenRow> overdue(BankId bank, Instant now, int atMost) {
    return read(connection -> new TokenSearch(connection).overdue(bank, now, atMost));
  }

  @Override
  public List<ContractRow> methodsDue(BankId bank, LocalDate today, int atMost) {
    return read(connection -> new ContractTable(connection).methodsDue(bank, today, atMost));
  }

  @Override
  public Optional<InboxRow> marked(
      Requester requester, String source, LocalDate businessDate, long serialNumber) {
    return read(
        connection ->
            new InboxTable(connection).find(requester, source, businessDate, serialNumber));
  }

  @Override
  public List<Total> totals(BankId bank, LocalDate businessDate) {
    return read(connection -> new MarkTable(connection).totals(bank, businessDate));
  }

  @Override
  public List<ContractRow> contracts(BankId bank, Optional<ContractId> after, int atMost) {
    return read(connection -> new ContractTable(connection).after(bank, after, atMost));
  }

  @Override
  public List<BranchCount> count(BankId bank) {
    return read(connection -> new Counting(connection).of(bank));
  }

  @Override
  public List<HardTokenRow> hardTokens(StockQuery query) {
    return read(connection -> new HardTokenTable(connection).find(query));
  }

  @Override
  public List<StockCount> stock(BankId bank) {
    return read(connection -> new HardTokenTable(connection).count(bank));
  }

  @Override
  public List<OrderRow> orders(OrderQuery query) {
    return read(connection -> new OrderTable(connection).find(query));
  }

  @Override
  public List<OrderRow> feesQueued(BankId bank, int atMost) {
    return read(connection -> new OrderTable(connection).queued(bank, atMost));
  }

  @Override
  public List<OrderRow> feesDue(BankId bank, Instant now, int atMost) {
    return read(connection -> new OrderTable(connection).due(bank, now, atMost));
  }

  @Override
  public List<OrderRow> feesOf(BankId bank, LocalDate businessDate) {
    return read(connection -> new OrderTable(connection).feesOf(bank, businessDate));
  }

  @Override
  public List<BookingRow> bookings(BankId bank, LocalDate businessDate) {
    return read(connection -> new BookingTable(connection).of(bank, businessDate));
  }

  @Override
  public InboxFigures inbox() {
    return ask(Database::inbox);
  }

  @Override
  public ChainReport verifyAuditChain() {
    return ask(database -> new ChainVerification(database).run());
  }

  @Override
  public Instant memoryBegins() {
    return ask(Database::memoryBegins);
  }

  @Override
  public Instant acceptOlder(Instant now, List<AuditEntry> entries) {
    try {
      return access.reopened(new DatabaseAge.Accepted(now, entries)).memoryBegins();
    } catch (StoreDown e) {
      throw unavailable(e);
    }
  }

  @Override
  public <O> O transact(UnitOfWork<O> work) {
    return batches.run(work);
  }

  private void run(List<Pending<?>> batch) {
    try {
      Database database = access.database();
      try {
        database.run(batch);
      } catch (CommitInDoubt e) {
        access.halt(database, e);
        throw new StoreDown(access.reason(), e);
      }
    } catch (StoreDown e) {
      StoreUnavailable reason = unavailable(e);
      batch.stream().filter(pending -> !pending.isDone()).forEach(p -> p.fail(reason));
    }
  }

  private <T> T read(Database.Question<T> question) {
    return ask(database -> database.ask(question));
  }

  private interface Asking<T> {
    T of(Database database) throws SQLException, CommitInDoubt;
  }

  private <T> T ask(Asking<T> asking) {
    try {
      Database database = access.database();
      try {
        return asking.of(database);
      } catch (CommitInDoubt e) {
        access.halt(database, e);
        throw new StoreDown(access.reason(), e);
      }
    } catch (StoreDown e) {
      throw unavailable(e);
    } catch (SQLException e) {
      throw new StoreUnavailable("The database did not answer: " + e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new StoreUnavailable(
          "A row of the database cannot be understood; somebody edited it: " + e.getMessage(), e);
    }
  }

  private static StoreUnavailable unavailable(StoreDown down) {
    return new StoreUnavailable(down.reason(), down);
  }

  @Override
  public List<Health> health() {
    return List.of(StoreHealth.of(access));
  }
}
