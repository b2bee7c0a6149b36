package org.ichido.mq;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The rollbacks that were no message's fault: the store or the reply queue failed. The provider
 * counts them as deliveries all the same, and without an excuse three minutes without a store would
 * back out a healthy request. Forgotten at a restart; bounded, so that a message which alone makes
 * the store fail is backed out after about an hour. Thread-safe.
 */
final class ExcusedRollbacks {
  /** How many are excused for one message: about an hour of pauses of 10 s. */
  static final int MOST = 360;

  /** For how many messages: never more are in hand than there are sessions. */
  private static final int REMEMBERED = 256;

  private final Map<String, Integer> byMessage = new LinkedHashMap<>();

  synchronized void add(String messageId) {
    byMessage.merge(messageId, 1, (a, b) -> Math.min(a + b, MOST));
    if (byMessage.size() > REMEMBERED) {
      byMessage.remove(byMessage.keySet().iterator().next());
    }
  }

  synchronized void forget(String messageId) {
    byMessage.remove(messageId);
  }

  synchronized int of(String messageId) {
    return byMessage.getOrDefault(messageId, 0);
  }
}
