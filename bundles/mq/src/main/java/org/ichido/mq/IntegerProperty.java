package org.ichido.mq;

import java.util.OptionalInt;
import javax.jms.JMSException;
import javax.jms.Message;

/** A number in a message's properties, which a provider may give as a number or as digits. */
final class IntegerProperty {
  private IntegerProperty() {}

  static OptionalInt of(Message message, String name) throws JMSException {
    Object value = message.getObjectProperty(name);
    if (value instanceof Number number) {
      return OptionalInt.of(number.intValue());
    }
    return value instanceof String text && text.matches("[0-9]{1,9}")
        ? OptionalInt.of(Integer.parseInt(text))
        : OptionalInt.empty();
  }
}
