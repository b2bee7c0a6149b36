package org.ichido.plain;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.ichido.api.Audit;
import org.ichido.api.Authenticator;
import org.ichido.api.StoreAdministration;
import org.ichido.api.TokenAdministration;
import org.ichido.api.act.TokenLifecycle;
import org.ichido.api.contract.ContractAdministration;
import org.ichido.api.migration.Migration;
import org.ichido.api.stock.HardTokenStock;
import org.ichido.core.due.DueActs;
import org.ichido.core.migration.FileMigration;
import org.ichido.core.outbox.NoticeDelivery;
import org.ichido.core.outbox.StoredOutbox;
import org.ichido.core.profile.BankProfiles;
import org.ichido.core.service.CoreDecisions;
import org.ichido.core.service.CurrentServices;
import org.ichido.core.service.InboxAuthenticator;
import org.ichido.core.service.InboxContractAdministration;
import org.ichido.core.service.InboxOnceOnly;
import org.ichido.core.service.InboxTokenAdministration;
import org.ichido.core.service.InboxTokenLifecycle;
import org.ichido.core.service.OutboxNews;
import org.ichido.core.service.RestoredStore;
import org.ichido.core.service.StoredAudit;
import org.ichido.core.stock.StockKeeping;
import org.ichido.core.system.SystemRandomness;
import org.ichido.lockout.ConsecutiveFailures;
import org.ichido.lockout.ProgressiveDelay;
import org.ichido.oath.Totp;
import org.ichido.spi.store.TokenStore;
import org.ichido.spi.transport.Decisions;
import org.ichido.spi.transport.OnceOnly;
import org.ichido.spi.transport.Outbox;
import org.ichido.store.jdbc.JdbcTokenStore;
import org.ichido.store.jdbc.StoreSettings;
import org.ichido.vault.Pkcs12Vault;

/**
 * The house without OSGi and without queues: the parts that ship, wired by their constructors, over
 * a database in a directory. A house that is closed and made again on the same directory is a
 * restart.
 */
public final class PlainHouse implements AutoCloseable {
  private final JdbcTokenStore database;
  private final TokenStore store;
  private final Pkcs12Vault vault;
  private final BankProfiles profiles;
  private final CoreDecisions decisions;
  private final InboxOnceOnly onceOnly;
  private final Authenticator authenticator;
  private final TokenAdministration administration;
  private final TokenLifecycle lifecycle;
  private final StoredAudit audit;
  private final StoreAdministration storeAdministration;
  private final ContractAdministration contracts;
  private final Migration migration;
  private final HardTokenStock stock;
  private final DueActs dueActs;
  private final Outbox outbox;
  private final NoticeDelivery notices;

  /**
   * Opens the house, with Kinsan as it is shipped.
   *
   * @param directory where database and keys are, or will be
   * @param clock tells the time to all parts
   */
  public PlainHouse(Path directory, Clock clock) {
    this(directory, clock, store -> store);
  }

  /**
   * Opens the house with something before its store, such as a fault.
   *
   * @param directory where database and keys are, or will be
   * @param clock tells the time to all parts
   * @param before makes of the database what core is given
   */
  public PlainHouse(Path directory, Clock clock, UnaryOperator<TokenStore> before) {
    RandomGenerator random = new SystemRandomness();
    StoreSettings settings =
        new StoreSettings(
            "jdbc:hsqldb:file:" + directory.resolve("store/ichido"),
            "ICHIDO",
            directory.resolve("store.password"),
            directory.resolve("store.lock"),
            8,
            0);
    database = new JdbcTokenStore(settings, new HsqldbDriver(), random);
    store = before.apply(database);
    vault =
        new Pkcs12Vault(
            directory.resolve("vault/keys.p12"),
            directory.resolve("vault.password"),
            random,
            database);
    profiles =
        new BankProfiles(
            List.of(new Totp()), List.of(new ConsecutiveFailures(), new ProgressiveDelay()));
    profiles.updated(KinsanProfile.PID, KinsanProfile.values());
    CurrentServices services = new CurrentServices(store, vault, clock);
    decisions = new CoreDecisions(services, profiles, random);
    OutboxNews news = new OutboxNews();
    onceOnly = new InboxOnceOnly(services, profiles, news);
    authenticator = new InboxAuthenticator(decisions, onceOnly);
    administration = new InboxTokenAdministration(services, profiles, decisions, onceOnly, random);
    lifecycle = new InboxTokenLifecycle(decisions, onceOnly);
    audit = new StoredAudit(services);
    storeAdministration = new RestoredStore(services, profiles);
    InboxContractAdministration core = new InboxContractAdministration(decisions, onceOnly);
    contracts = core;
    migration = new FileMigration(services, profiles, core, random);
    stock = new StockKeeping(services, profiles);
    dueActs = new DueActs(services, profiles, news);
    outbox = new StoredOutbox(services, profiles);
    notices = new NoticeDelivery(services, profiles, news);
  }

  /**
   * @return judges codes
   */
  public Authenticator authenticator() {
    return authenticator;
  }

  /**
   * @return the life of tokens
   */
  public TokenAdministration administration() {
    return administration;
  }

  /**
   * @return what is done to tokens between their issue and their end
   */
  public TokenLifecycle lifecycle() {
    return lifecycle;
  }

  /**
   * @return what administrators do with the store
   */
  public StoreAdministration storeAdministration() {
    return storeAdministration;
  }

  /**
   * @return takes over what core banking tells
   */
  public ContractAdministration contracts() {
    return contracts;
  }

  /**
   * @return takes over what a former system told in files
   */
  public Migration migration() {
    return migration;
  }

  /**
   * @return the stock of hard tokens
   */
  public HardTokenStock stock() {
    return stock;
  }

  /**
   * @return does what time alone does, when it is told to
   */
  public DueActs dueActs() {
    return dueActs;
  }

  /**
   * @return the events that a transport takes to core banking
   */
  public Outbox outbox() {
    return outbox;
  }

  /**
   * @return sends mails, when it is told to and has a notifier
   */
  public NoticeDelivery notices() {
    return notices;
  }

  /**
   * @return what happened
   */
  public Audit audit() {
    return audit;
  }

  /**
   * @return the store as core sees it
   */
  public TokenStore store() {
    return store;
  }

  /**
   * @return seals seeds
   */
  public Pkcs12Vault vault() {
    return vault;
  }

  /**
   * @return the banks, to be changed
   */
  public BankProfiles profiles() {
    return profiles;
  }

  /**
   * @return what core gives to transports
   */
  public OnceOnly onceOnly() {
    return onceOnly;
  }

  /**
   * @return what core gives to transports
   */
  public Decisions decisions() {
    return decisions;
  }

  @Override
  public void close() {
    database.close();
  }
}
