package org.ichido.queuemanager.calls;

import org.ichido.queuemanager.queues.Message;
import org.ichido.queuemanager.wire.Fields;
import org.ichido.queuemanager.wire.MessageDescriptor;
import org.ichido.queuemanager.wire.MessageDescriptor.IdField;
import org.ichido.queuemanager.wire.MessageDescriptor.NumberField;
import org.ichido.queuemanager.wire.MessageDescriptor.TextField;

/**
 * A queue on another queue manager. What is put there waits on a transmission queue, with a header
 * that says where it goes.
 *
 * @param name of the queue
 * @param queueManager where it is
 */
record RemoteQueue(String name, String queueManager) {
  private static final int VERSION_1 = 1;
  private static final int DATAGRAM = 8;

  /**
   * @param message as it shall arrive
   * @param id of what is put on the transmission queue
   * @return what is put there
   */
  Message inTransit(Message message, byte[] id) {
    MessageDescriptor inner = message.descriptor();
    MessageDescriptor outer = inner.copy();
    outer.text(TextField.FORMAT, "MQXMIT");
    outer.number(NumberField.ENCODING, 273);
    outer.number(NumberField.CCSID, 819);
    outer.number(NumberField.REPORT, 0);
    outer.number(NumberField.TYPE, DATAGRAM);
    outer.number(NumberField.FEEDBACK, 0);
    outer.text(TextField.REPLY_QUEUE, "");
    outer.text(TextField.REPLY_QUEUE_MANAGER, "");
    outer.id(IdField.MESSAGE, id);
    outer.id(IdField.CORRELATION, inner.id(IdField.MESSAGE));
    Fields header =
        Fields.zeros(104)
            .text(0, 4, "XQH")
            .number(4, 1)
            .text(8, 48, name)
            .text(56, 48, queueManager);
    return new Message(outer, Fields.join(header, inner.as(VERSION_1), message.data()));
  }
}
