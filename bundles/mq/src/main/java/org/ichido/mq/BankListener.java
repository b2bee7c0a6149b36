package org.ichido.mq;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.jms.ConnectionFactory;
import org.ichido.api.Health;
import org.ichido.spi.transport.BankMessaging;

/**
 * Listens to all queues of one bank as one profile says. The queues pause together: a store that
 * cannot answer is no better for the bank's other queue. For one thread, but for {@link #health}
 * and {@link #atWork}.
 */
final class BankListener {
  private final BankMessaging bank;
  private final ConnectionFactory factory;
  private final Pause handlingPause;
  private final List<QueueListener> queues;

  /**
   * @param figures by name of a queue
   */
  BankListener(
      BankMessaging bank,
      ConnectionFactory factory,
      QueueListener.House house,
      Function<String, Figures> figures) {
    this.bank = bank;
    this.factory = factory;
    this.handlingPause = new Pause(house.timing());
    ExcusedRollbacks excused = new ExcusedRollbacks();
    this.queues =
        bank.queues().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(
                queue ->
                    new QueueListener(
                        bank,
                        queue.getKey(),
                        queue.getValue(),
                        factory,
                        house,
                        figures.apply(queue.getValue()),
                        handlingPause,
                        excused))
            .toList();
  }

  /** Whether this listens as that profile says, by that factory. */
  boolean follows(BankMessaging wanted, ConnectionFactory current) {
    return factory == current && bank.equals(wanted);
  }

  void start() {
    queues.forEach(QueueListener::start);
  }

  void stop() {
    handlingPause.stop();
    queues.forEach(QueueListener::stop);
  }

  /** Waits for messages in hand, but not longer than that. */
  void join(long deadlineNanos) {
    queues.forEach(queue -> queue.join(deadlineNanos));
  }

  /** Waits until all sessions have ended, but not longer than that. */
  void await(long deadlineNanos) {
    queues.forEach(queue -> queue.await(deadlineNanos));
  }

  /**
   * @return how many sessions have not ended yet
   */
  int atWork() {
    return queues.stream().mapToInt(QueueListener::atWork).sum();
  }

  List<Health> health() {
    return queues.stream().map(QueueListener::health).toList();
  }
}
