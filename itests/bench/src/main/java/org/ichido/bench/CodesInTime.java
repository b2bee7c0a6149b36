package org.ichido.bench;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.ichido.testkit.host.BankHost;
import org.ichido.testkit.host.HostProgram;
import org.ichido.testkit.host.HostRecord;

/**
 * Requests with right codes by the wall clock: each customer in turn, the code of this step or of
 * the next, never one that was presented before.
 */
final class CodesInTime {
  private final List<Customer> customers;
  private final AtomicLongArray last;
  private final AtomicLong tickets = new AtomicLong();

  CodesInTime(List<Customer> customers) {
    this.customers = customers;
    this.last = new AtomicLongArray(customers.size());
  }

  /**
   * @return a verify request as a message
   */
  byte[] next() {
    Instant now = Instant.now();
    long ticket = tickets.getAndIncrement();
    int number = (int) (ticket % customers.size());
    Customer customer = customers.get(number);
    long present = customer.app().stepAt(now);
    long step = last.updateAndGet(number, before -> Math.max(before + 1, present));
    if (step > present + 1) {
      throw new IllegalStateException(
          "%d tokens are too few for this rate: each has shown its codes of this minute"
              .formatted(customers.size()));
    }
    return new BankHost("9990", () -> now)
        .verify(
            "bench-" + ticket,
            customer.holder().contract().value(),
            customer.holder().user().value(),
            customer.codeAt(step))
        .bytes(HostProgram.EBCDIC);
  }

  static boolean accepted(byte[] reply) {
    return HostRecord.of("ICHVFR", reply, HostProgram.EBCDIC).get("ICH-VERDICT").equals("ACCEPTED");
  }
}
