package org.ichido.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.ichido.api.OneTimeCode;
import org.ichido.api.RequestId;
import org.ichido.api.RequestKey;
import org.ichido.api.Verdict;
import org.ichido.api.VerifyRequest;
import org.ichido.api.requirement.Channel;
import org.ichido.api.requirement.OperationName;
import org.ichido.api.requirement.Stage;
import org.ichido.api.requirement.Use;
import org.ichido.bench.round.Callers;
import org.ichido.bench.round.CpuMeter;
import org.ichido.plain.PlainHouse;
import org.ichido.spi.store.TokenStore;

/**
 * A house over a database in a directory, with customers who present right codes. Every code must
 * be accepted: a refusal ends the run.
 */
final class DurableHouse implements AutoCloseable {
  static final int TOKENS = 2048;

  private final SteppingClock clock = new SteppingClock();
  private final long first = clock.step();
  private final PlainHouse house;
  private final List<Customer> customers;
  private final AtomicLong tickets = new AtomicLong();

  DurableHouse(Path directory) throws Exception {
    this(directory, store -> store);
  }

  /**
   * @param before makes of the database what core is given
   */
  DurableHouse(Path directory, UnaryOperator<TokenStore> before) throws Exception {
    house = new PlainHouse(directory, clock, before);
    customers = Customer.register(house, TOKENS);
  }

  Callers callers(String name, int count) {
    return new Callers(name, count, caller -> verifyOne(), CpuMeter.own());
  }

  PlainHouse house() {
    return house;
  }

  List<Customer> customers() {
    return customers;
  }

  /** Each customer in turn; when all have had theirs, the clock goes on by a step. */
  private void verifyOne() {
    long ticket = tickets.getAndIncrement();
    long step = first + ticket / TOKENS;
    clock.reach(step);
    Customer customer = customers.get((int) (ticket % TOKENS));
    try (OneTimeCode code = OneTimeCode.of(customer.codeAt(step))) {
      RequestKey key = new RequestKey(Customer.REQUESTER, new RequestId("verify-" + ticket));
      Verdict verdict =
          house
              .authenticator()
              .verify(
                  new VerifyRequest(
                      key,
                      customer.holder(),
                      new Use(OperationName.TRANSFER, Stage.SUBMIT, Channel.PC),
                      code));
      if (verdict.kind() != Verdict.Kind.ACCEPTED) {
        throw new IllegalStateException("a right code was not accepted: " + verdict);
      }
    }
  }

  @Override
  public void close() {
    house.close();
  }
}
