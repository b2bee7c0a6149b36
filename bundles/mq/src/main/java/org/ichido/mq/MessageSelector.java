package org.ichido.mq;

/** Selects one message by its id. */
final class MessageSelector {
  private MessageSelector() {}

  /** An id may come from a keyboard: a quote in it must not end the text. */
  static String id(String messageId) {
    return "JMSMessageID = '" + messageId.replace("'", "''") + "'";
  }
}
