package org.ichido.spi.transport;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A transport that wants to know which banks are served. Registered as a service; core calls it
 * with the present state when it appears and at every change. A bank without a valid profile, or
 * that is drained, is not served: its messages wait.
 */
@ConsumerType
public interface BankWatcher {
  /**
   * Called before every {@link #served} with the banks that have a valid profile: those served and
   * those that are not at the moment, because somebody drained them or the store cannot say.
   *
   * @param banks the banks, all of them
   */
  default void known(List<BankMessaging> banks) {}

  /**
   * Called by one thread at a time. Must return soon and must not throw.
   *
   * @param banks the banks served from now on, all of them
   */
  void served(List<BankMessaging> banks);
}
