package org.ichido.spi.transport;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A transport that wants to know which banks are served. Registered as a service; core calls it
 * with the present state when it appears and at every change. A bank without a valid profile is not
 * in the list: its messages wait.
 */
@ConsumerType
public interface BankWatcher {
  /**
   * Called by one thread at a time. Must return soon and must not throw.
   *
   * @param banks the banks served from now on, all of them
   */
  void served(List<BankMessaging> banks);
}
