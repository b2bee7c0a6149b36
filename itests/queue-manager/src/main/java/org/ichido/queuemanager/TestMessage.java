package org.ichido.queuemanager;

import java.nio.charset.Charset;
import org.ichido.queuemanager.queues.LocalQueue.Content;
import org.ichido.queuemanager.queues.State;
import org.ichido.queuemanager.wire.MessageDescriptor;
import org.ichido.queuemanager.wire.MessageDescriptor.IdField;
import org.ichido.queuemanager.wire.MessageDescriptor.NumberField;
import org.ichido.queuemanager.wire.MessageDescriptor.TextField;

/** A message on a queue as a test sees it, at one moment. Immutable. */
public final class TestMessage {
  private final Content content;

  TestMessage(Content content) {
    this.content = content;
  }

  /**
   * @return how it stands with units of work
   */
  public State state() {
    return content.state();
  }

  /**
   * @return the data, with headers such as RFH2 if it has some
   */
  public byte[] data() {
    return content.message().data().toBytes();
  }

  /**
   * @param charset that the data is in
   * @return the data as text
   */
  public String text(Charset charset) {
    return new String(data(), charset);
  }

  /**
   * @param field of the descriptor
   * @return its value
   */
  public int get(NumberField field) {
    return descriptor().number(field);
  }

  /**
   * @param field of the descriptor
   * @return its value without the blanks behind it
   */
  public String get(TextField field) {
    return descriptor().text(field);
  }

  /**
   * @param field of the descriptor
   * @return its bytes
   */
  public byte[] get(IdField field) {
    return descriptor().id(field);
  }

  private MessageDescriptor descriptor() {
    return content.message().descriptor();
  }
}
