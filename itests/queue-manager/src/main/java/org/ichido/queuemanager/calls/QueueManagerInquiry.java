package org.ichido.queuemanager.calls;

import org.ichido.queuemanager.wire.Fields;
import org.ichido.queuemanager.wire.Reason;
import org.ichido.queuemanager.wire.Refusal;

/** What can be asked about the queue manager. */
public final class QueueManagerInquiry implements Inquiry {
  private static final int UNIX = 3;
  private static final int COMMAND_LEVEL = 900;

  private final Kernel kernel;

  /**
   * @param kernel of the queue manager
   */
  public QueueManagerInquiry(Kernel kernel) {
    this.kernel = kernel;
  }

  @Override
  public int number(int selector) throws Refusal {
    return switch (selector) {
      case 2 -> 819;
      case 13 -> Kernel.MAX_MESSAGE_LENGTH;
      case 31 -> COMMAND_LEVEL;
      case 32 -> UNIX;
      case 30 -> 1; // Syncpoint is available.
      case 34 -> 0; // Distribution lists are not.
      case 187, 273 -> 0;
      default -> throw new Refusal(Reason.SELECTOR_ERROR);
    };
  }

  @Override
  public Fields text(int selector) throws Refusal {
    return switch (selector) {
      case 2003 -> Inquiry.padded(NAME, Kernel.COMMAND_QUEUE);
      case 2006 -> Inquiry.padded(NAME, kernel.deadLetterQueue());
      case 2014 -> Inquiry.padded(64, "");
      case 2015 -> Inquiry.padded(NAME, kernel.name());
      case 2032 -> Inquiry.padded(NAME, kernel.identifier());
      case 2040 -> Inquiry.padded(NAME, "");
      default -> throw new Refusal(Reason.SELECTOR_ERROR);
    };
  }
}
