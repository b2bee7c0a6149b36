package org.ichido.queuemanager.calls;

import org.ichido.queuemanager.queues.LocalQueue;
import org.ichido.queuemanager.queues.QueueAttribute;
import org.ichido.queuemanager.wire.Fields;
import org.ichido.queuemanager.wire.Reason;
import org.ichido.queuemanager.wire.Refusal;

/** What can be asked about a queue. */
public final class QueueInquiry implements Inquiry {
  private final LocalQueue queue;

  /**
   * @param queue which
   */
  public QueueInquiry(LocalQueue queue) {
    this.queue = queue;
  }

  @Override
  public int number(int selector) throws Refusal {
    for (QueueAttribute attribute : QueueAttribute.values()) {
      if (attribute.selector() == selector) {
        return queue.definition().get(attribute);
      }
    }
    return switch (selector) {
      case 3 -> queue.depth();
      case 7 -> queue.definition().kind().definitionType();
      case 17 -> queue.openings().inputs();
      case 18 -> queue.openings().outputs();
      case 20 -> 1; // A local queue.
      case 4 -> 2; // Input is shared by default.
      case 184 -> 1; // Puts are answered by default.
      case 24, 34, 57, 188, 190 -> 0;
      default -> throw new Refusal(Reason.SELECTOR_ERROR);
    };
  }

  @Override
  public Fields text(int selector) throws Refusal {
    return switch (selector) {
      case 2016 -> Inquiry.padded(NAME, queue.definition().name());
      case 2019 -> Inquiry.padded(NAME, queue.definition().backoutQueue());
      case 2002 -> Inquiry.padded(NAME, "");
      case 2004 -> Inquiry.padded(12, "2026-01-01");
      case 2005 -> Inquiry.padded(8, "00.00.00");
      case 2013 -> Inquiry.padded(64, "");
      default -> throw new Refusal(Reason.SELECTOR_ERROR);
    };
  }
}
