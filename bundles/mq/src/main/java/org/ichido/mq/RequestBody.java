package org.ichido.mq;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;
import javax.jms.BytesMessage;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.TextMessage;
import org.ichido.mq.record.Ccsid;

/** The bytes of a request. An object in a message is never made: that would run its code. */
final class RequestBody {
  /** The most bytes of a request. */
  static final int MOST = 64 * 1024;

  /** The property that carries the coded character set where the wire has no field for it. */
  static final String CHARACTER_SET = "JMS_IBM_Character_Set";

  private RequestBody() {}

  static int ccsid(Message message, int ofBank) throws JMSException, Unacceptable {
    Object value = message.getObjectProperty(CHARACTER_SET);
    if (value == null) {
      return ofBank;
    }
    return Ccsid.parse(value).orElseThrow(() -> new Unacceptable(Unacceptable.UNSUPPORTED_CCSID));
  }

  static byte[] read(Message message, int ccsid) throws Unacceptable {
    if (message instanceof BytesMessage bytes) {
      return bytes(bytes);
    }
    if (message instanceof TextMessage text) {
      return text(text, ccsid);
    }
    throw new Unacceptable(Unacceptable.NOT_TEXT_OR_BYTES);
  }

  private static byte[] bytes(BytesMessage message) throws Unacceptable {
    try {
      if (message.getBodyLength() > MOST) {
        throw new Unacceptable(Unacceptable.TOO_LARGE);
      }
      return all(message);
    } catch (JMSException | IllegalArgumentException e) {
      throw new Unacceptable(Unacceptable.UNREADABLE, e);
    }
  }

  static byte[] all(BytesMessage message) throws JMSException {
    byte[] body = new byte[(int) message.getBodyLength()];
    int read = message.readBytes(body);
    return Arrays.copyOf(body, Math.max(read, 0));
  }

  /** Text is encoded again in the set that it came in; single-byte characters survive that. */
  private static byte[] text(TextMessage message, int ccsid) throws Unacceptable {
    Charset charset =
        Ccsid.charset(ccsid).orElseThrow(() -> new Unacceptable(Unacceptable.UNSUPPORTED_CCSID));
    try {
      String text = message.getText();
      if (text == null) {
        return new byte[0];
      }
      if (text.length() > MOST) {
        throw new Unacceptable(Unacceptable.TOO_LARGE);
      }
      byte[] body = Ccsid.encode(text, charset);
      if (body.length > MOST) {
        throw new Unacceptable(Unacceptable.TOO_LARGE);
      }
      return body;
    } catch (CharacterCodingException | JMSException e) {
      throw new Unacceptable(Unacceptable.BAD_CHARACTERS, e);
    }
  }
}
