package org.ichido.testkit.host;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Names for requests, each once: a prefix and a number, which is the record's serial number as
 * well. Two objects of one prefix give the same names; so does the next run of a test, which
 * matters on a server that lives longer than one. Thread-safe.
 */
public final class RequestIds {
  private final String prefix;
  private final AtomicInteger last = new AtomicInteger();

  /**
   * @param prefix at most 20 characters of ASCII, without spaces
   */
  public RequestIds(String prefix) {
    this.prefix = prefix;
  }

  /**
   * @param host who makes the record
   * @param type what it asks
   * @return the record, its header whole but for whom it is about, under the next name
   */
  HostRecord request(BankHost host, RecordType type) {
    int number = last.incrementAndGet();
    return host.request(type, "%s-%04d".formatted(prefix, number))
        .move("ICH-SERIAL-NUMBER", Integer.toString(number));
  }
}
