package org.ichido.queuemanager.queues;

import java.util.Optional;
import java.util.function.Supplier;
import org.ichido.queuemanager.wire.Fields;
import org.ichido.queuemanager.wire.MessageDescriptor;
import org.ichido.queuemanager.wire.MessageDescriptor.IdField;
import org.ichido.queuemanager.wire.MessageDescriptor.NumberField;
import org.ichido.queuemanager.wire.MessageDescriptor.TextField;
import org.ichido.queuemanager.wire.Refusal;

/**
 * Tells who put a message what became of it, as far as its report options ask for it: a message
 * goes to its reply queue. Reports to another queue manager are dropped, and so are those that
 * cannot be put. Guarded by the monitor.
 */
final class Reports {
  private static final int REPORT = 4;
  private static final int FIRST_BYTES = 100;
  private static final int PASS_CORRELATION_ID = 0x40;
  private static final int PASS_MESSAGE_ID = 0x80;

  private final Queues queues;
  private final String queueManager;
  private final Supplier<byte[]> ids;

  Reports(Queues queues, String queueManager, Supplier<byte[]> ids) {
    this.queues = queues;
    this.queueManager = queueManager;
    this.ids = ids;
  }

  /** What became of a message: when it is told, how, and how much of its data comes back. */
  enum Event {
    ARRIVED(259, 0x100, 0x200, 0x400),
    DELIVERED(260, 0x800, 0x1000, 0x2000),
    EXPIRED(258, 0x200000, 0x400000, 0x800000);

    private final int feedback;
    private final int asked;
    private final int withData;
    private final int withAllData;

    Event(int feedback, int asked, int withData, int withAllData) {
      this.feedback = feedback;
      this.asked = asked;
      this.withData = withData;
      this.withAllData = withAllData;
    }

    private Fields data(int options, Fields data) {
      if ((options & withData) == 0) {
        return Fields.zeros(0);
      }
      boolean all = (options & withAllData) != 0;
      return data.part(0, all ? data.length() : Math.min(FIRST_BYTES, data.length()));
    }
  }

  void tell(Event event, Message message) {
    MessageDescriptor asked = message.descriptor();
    int options = asked.number(NumberField.REPORT);
    String to = asked.text(TextField.REPLY_QUEUE_MANAGER);
    if ((options & event.asked) == 0 || !(to.isEmpty() || to.equals(queueManager))) {
      return;
    }
    Fields data = event.data(options, message.data());
    MessageDescriptor report = asked.copy();
    report.number(NumberField.TYPE, REPORT);
    report.number(NumberField.FEEDBACK, event.feedback);
    report.number(NumberField.REPORT, 0);
    report.number(NumberField.EXPIRY, -1);
    report.number(NumberField.BACKOUT_COUNT, 0);
    report.text(TextField.REPLY_QUEUE, "");
    if (data.length() == 0) {
      report.text(TextField.FORMAT, "");
    }
    if ((options & PASS_MESSAGE_ID) == 0) {
      report.id(IdField.MESSAGE, ids.get());
    }
    if ((options & PASS_CORRELATION_ID) == 0) {
      report.id(IdField.CORRELATION, asked.id(IdField.MESSAGE));
    }
    try {
      queues
          .queue(asked.text(TextField.REPLY_QUEUE))
          .put(new Message(report, data), Optional.empty());
    } catch (Refusal undeliverable) {
      // Dropped.
    }
  }
}
