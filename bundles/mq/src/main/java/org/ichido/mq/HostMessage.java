package org.ichido.mq;

import javax.jms.BytesMessage;
import javax.jms.JMSException;
import javax.jms.Session;
import org.ichido.spi.store.StoredReply;

/** A message that Ichido sends to core banking without being asked: bytes, and their CCSID. */
final class HostMessage {
  private HostMessage() {}

  static BytesMessage of(Session session, StoredReply record) throws JMSException {
    BytesMessage message = session.createBytesMessage();
    message.writeBytes(record.bytes());
    message.setIntProperty(RequestBody.CHARACTER_SET, record.ccsid());
    return message;
  }
}
