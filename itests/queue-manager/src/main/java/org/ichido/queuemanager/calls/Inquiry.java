package org.ichido.queuemanager.calls;

import org.ichido.queuemanager.wire.Fields;
import org.ichido.queuemanager.wire.Refusal;

/** What can be asked about an object. */
public interface Inquiry {
  /** What every name is long. */
  int NAME = 48;

  /**
   * @param selector of the attribute
   * @return its value
   * @throws Refusal 2067 if there is none
   */
  int number(int selector) throws Refusal;

  /**
   * @param selector of the attribute
   * @return its value, in its full length
   * @throws Refusal 2067 if there is none
   */
  Fields text(int selector) throws Refusal;

  /**
   * @param length of the attribute
   * @param value cut or padded to it
   * @return the text
   */
  static Fields padded(int length, String value) {
    return Fields.zeros(length).text(0, length, value);
  }
}
