package org.ichido.mq;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.jms.ConnectionFactory;
import org.ichido.api.Health;
import org.ichido.spi.transport.BankMessaging;
import org.jspecify.annotations.Nullable;

/**
 * Takes something of one bank to one queue of core banking, by one thread. What was put on the
 * queue is committed there first and recorded as sent second: after a crash in between it comes a
 * second time, and never not at all. Never ends by itself: every trouble is a pause.
 *
 * @param <L> the lane itself
 */
abstract class Lane<L extends Lane<L>> implements Runnable {
  final BankMessaging bank;
  final ConnectionFactory factory;
  final Signal signal;
  private final CountDownLatch ended = new CountDownLatch(1);

  /**
   * @param signal wakes it, and ends it
   */
  Lane(BankMessaging bank, ConnectionFactory factory, Signal signal) {
    this.bank = bank;
    this.factory = factory;
    this.signal = signal;
  }

  final boolean follows(BankMessaging wanted, @Nullable ConnectionFactory current) {
    return factory == current && bank.equals(wanted);
  }

  @Override
  public final void run() {
    try {
      while (goesOn()) {
        round();
      }
    } finally {
      ended.countDown();
    }
  }

  /** Waits until there may be something to do. */
  boolean goesOn() {
    return signal.await();
  }

  /** Does what there is to do. Throws nothing. */
  abstract void round();

  /**
   * Before it runs: waits for the lane whose place it takes. Two at once lose nothing, they send
   * twice; so one that hangs in a dead connection is waited for no longer than that.
   */
  void succeed(L former, Duration longest) {
    former.await(longest);
  }

  /** There is something new. */
  final void written() {
    signal.raise();
  }

  /** Lets it finish what it is putting on the queue; it begins no more. */
  void stop() {
    signal.end();
  }

  /**
   * Waits until it has ended after a stop.
   *
   * @return whether it has
   */
  final boolean await(Duration longest) {
    try {
      return ended.await(longest.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  abstract Health health();
}
