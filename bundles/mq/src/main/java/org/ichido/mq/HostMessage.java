package org.ichido.mq;

import javax.jms.BytesMessage;
import javax.jms.JMSException;
import javax.jms.Session;
import org.ichido.mq.record.Ccsid;
import org.ichido.spi.store.StoredReply;

/**
 * A message that Ichido sends to core banking without being asked: bytes, and their CCSID, which is
 * 930 or 939 for a bank whose own is 1390 or 1399. The bytes are the same, and IBM's client refuses
 * to send the others.
 */
final class HostMessage {
  private HostMessage() {}

  static BytesMessage of(Session session, StoredReply record) throws JMSException {
    BytesMessage message = session.createBytesMessage();
    message.writeBytes(record.bytes());
    message.setIntProperty(RequestBody.CHARACTER_SET, Ccsid.sayableByIbm(record.ccsid()));
    return message;
  }
}
