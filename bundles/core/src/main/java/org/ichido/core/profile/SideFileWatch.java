package org.ichido.core.profile;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks once a second whether a file that a profile names holds something else than when it was
 * read. By content: a restored or copied file may keep its time. File install watches the profiles
 * alone.
 */
@Component(immediate = true, service = SideFileWatch.class)
public final class SideFileWatch {
  private static final Logger LOG = LoggerFactory.getLogger(SideFileWatch.class);
  private static final long PAUSE_MILLIS = 1000;

  private final BankProfiles profiles;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          look -> {
            Thread one = new Thread(look, "ichido-side-files");
            one.setDaemon(true);
            return one;
          });
  private boolean failed;

  /** For Declarative Services. */
  @Activate
  public SideFileWatch(@Reference BankProfiles profiles) {
    this.profiles = profiles;
    var unused =
        thread.scheduleWithFixedDelay(
            this::look, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
  }

  /**
   * Ends the thread, so that none runs code of a bundle that is gone. Without an interrupt: a
   * reading that is cut short would look like a broken file.
   */
  @Deactivate
  void stop() throws InterruptedException {
    thread.shutdown();
    if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
      LOG.warn("ICH-CORE-016 The watch over side files is still looking after its stop");
    }
  }

  /** On that thread alone. A failure must not end the looking. */
  void look() {
    try {
      profiles.lookAtSideFiles();
      failed = false;
    } catch (RuntimeException e) {
      if (!failed) {
        LOG.error(
            "ICH-CORE-015 While a changed side file was taken over something failed; looks on", e);
      }
      failed = true;
    }
  }
}
