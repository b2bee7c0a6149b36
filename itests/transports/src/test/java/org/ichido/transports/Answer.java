package org.ichido.transports;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HexFormat;
import javax.jms.BytesMessage;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.TextMessage;
import org.ichido.testkit.host.HostCharacters;
import org.ichido.testkit.host.HostRecord;

/**
 * A reply as it came.
 *
 * @param hex its body, in the characters that it says, as hexadecimal digits
 * @param characters what it says
 * @param text whether it came as text
 * @param correlation whose reply it says it is
 * @param deliveryMode persistent or not
 * @param expiration until when it lives, in milliseconds since 1970; 0 for ever
 */
record Answer(
    String hex,
    HostCharacters characters,
    boolean text,
    String correlation,
    int deliveryMode,
    long expiration) {
  static Answer of(Message message) throws JMSException {
    HostCharacters characters = characters(message.getObjectProperty(Requester.CCSID));
    return new Answer(
        HexFormat.of().formatHex(body(message, characters.charset())),
        characters,
        message instanceof TextMessage,
        message.getJMSCorrelationID(),
        message.getJMSDeliveryMode(),
        message.getJMSExpiration());
  }

  private static byte[] body(Message message, Charset charset) throws JMSException {
    if (message instanceof TextMessage text) {
      return text.getText().getBytes(charset);
    }
    BytesMessage bytes = (BytesMessage) message;
    byte[] body = new byte[(int) bytes.getBodyLength()];
    return Arrays.copyOf(body, Math.max(0, bytes.readBytes(body)));
  }

  /** A number, or as IBM's client gives it the name of a Java character set. */
  private static HostCharacters characters(Object said) {
    String text = String.valueOf(said);
    for (HostCharacters one : HostCharacters.values()) {
      if (text.equals(Integer.toString(one.ccsid()))
          || text.equals(one.charset().name())
          || one.charset().name().equals(text + "C")) {
        return one;
      }
    }
    throw new IllegalStateException("a reply in " + said);
  }

  byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  /** What it says, read by the copybook of what was asked. */
  HostRecord to(HostRecord request) {
    return request.reply(bytes(), characters.charset());
  }

  HostRecord header() {
    return HostRecord.headerOf(bytes(), characters.charset());
  }
}
