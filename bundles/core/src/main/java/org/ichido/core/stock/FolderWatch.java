package org.ichido.core.stock;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.ichido.api.BankId;
import org.ichido.api.Health;
import org.ichido.api.HealthSource;
import org.ichido.api.NoAnswer;
import org.ichido.api.stock.HardTokenStock;
import org.ichido.core.profile.BankProfiles;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every ten seconds whether deliveries lie in the folders of banks. A file appears there
 * whole, by renaming; one that is refused is put aside and looked at no more.
 */
@Component(
    service = {FolderWatch.class, HealthSource.class},
    configurationPid = "org.ichido.stock",
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    immediate = true)
public final class FolderWatch implements HealthSource {
  private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);
  private static final long PAUSE_SECONDS = 10;

  private final Supplier<List<BankId>> banks;
  private final @Nullable FolderRound round;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          look -> {
            Thread one = new Thread(look, "ichido-stock-folder");
            one.setDaemon(true);
            return one;
          });
  private volatile List<String> trouble = List.of();

  /**
   * Never throws for a wrong key: Declarative Services would leave a dead service behind.
   *
   * @param folder where to look
   * @param stock takes deliveries in
   * @param profiles say which banks are served
   * @param random names requests
   */
  @Activate
  public FolderWatch(
      StockFolder folder,
      @Reference HardTokenStock stock,
      @Reference BankProfiles profiles,
      @Reference RandomGenerator random) {
    this(folder, stock, profiles::banks, random);
  }

  /** With banks from elsewhere. */
  public FolderWatch(
      StockFolder folder,
      HardTokenStock stock,
      Supplier<List<BankId>> banks,
      RandomGenerator random) {
    this.banks = banks;
    this.round = round(folder, stock, random);
    if (round == null) {
      trouble =
          List.of(
              failed(
                  "etc/org.ichido.stock.cfg: directory must be a path, wipe must be yes or no",
                  null));
    }
  }

  private static @Nullable FolderRound round(
      StockFolder folder, HardTokenStock stock, RandomGenerator random) {
    String directory = folder.directory();
    String wipe = folder.wipe();
    if (directory == null || directory.isBlank() || !("yes".equals(wipe) || "no".equals(wipe))) {
      return null;
    }
    try {
      return new FolderRound(Path.of(directory.strip()), "yes".equals(wipe), stock, random);
    } catch (InvalidPathException e) {
      return null;
    }
  }

  /** Begins to look. */
  @Activate
  void start() {
    var unused =
        thread.scheduleWithFixedDelay(this::look, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
  }

  /** Ends the thread, so that none runs code of a bundle that is gone. */
  @Deactivate
  void stop() throws InterruptedException {
    thread.shutdown();
    if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
      LOG.warn(
          "ICH-CORE-030 A delivery is still being taken in after the stop; it may be begun anew");
    }
  }

  /** Looks once; on that thread alone. Thrown on, a failure would end the looking for good. */
  public void look() {
    FolderRound present = round;
    if (present == null) {
      return;
    }
    List<String> troubles = new ArrayList<>();
    try {
      for (BankId bank : banks.get()) {
        look(present, bank).ifPresent(troubles::add);
      }
    } catch (RuntimeException | LinkageError e) {
      troubles.add(failed("no folder is looked into: " + e, e));
    }
    trouble = List.copyOf(troubles);
  }

  /** One bank's folder is no reason to leave another bank's deliveries where they lie. */
  private Optional<String> look(FolderRound present, BankId bank) {
    try {
      present
          .of(bank)
          .forEach(
              file -> LOG.error("ICH-CORE-029 The delivery {} was refused: see its .report", file));
    } catch (NoAnswer e) {
      // The store or the vault says it itself; the next look tries again.
      LOG.debug("Deliveries wait: {}", e.toString());
    } catch (IOException | RuntimeException | LinkageError e) {
      return Optional.of(failed("deliveries are not taken in: " + e, e));
    }
    return Optional.empty();
  }

  /** Told once, however often it is seen. */
  private String failed(String what, @Nullable Throwable cause) {
    if (!trouble.contains(what)) {
      LOG.error("ICH-CORE-031 {}; looks on", what, cause);
    }
    return what;
  }

  @Override
  public List<Health> health() {
    List<String> present = trouble;
    return present.isEmpty() ? List.of() : List.of(new Health("stock", Health.Level.WARN, present));
  }
}
