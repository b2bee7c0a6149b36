package org.ichido.spi.notice;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Sends notices. Core calls it after the commit of what a notice tells, from a thread that no
 * request waits for, so that a dead mail server never slows a verification. Of several services the
 * highest ranking counts. Implementations are thread-safe and bound every wait for the network.
 */
@ConsumerType
public interface Notifier {
  /**
   * Tries to send once. The same notice may come again, with the same id, after a crash between the
   * sending and the record of it.
   *
   * @param notice what to send
   * @return what became of it; never throws for trouble with the network or the server
   */
  Delivery send(Notice notice);
}
