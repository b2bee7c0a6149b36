package org.ichido.queuemanager.trouble;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.ichido.queuemanager.wire.Reason;
import org.ichido.queuemanager.wire.Status;

/** Where and when trouble strikes, in the making; its last word says what happens. Immutable. */
public final class Spot {
  private final Troubles troubles;
  private final Call call;
  private final Predicate<Occasion> where;
  private final Supplier<BooleanSupplier> when;

  Spot(Troubles troubles, Call call) {
    this(troubles, call, occasion -> occasion.call() == call, () -> nthOf(1));
  }

  private Spot(
      Troubles troubles, Call call, Predicate<Occasion> where, Supplier<BooleanSupplier> when) {
    this.troubles = troubles;
    this.call = call;
    this.where = where;
    this.when = when;
  }

  /**
   * @param queue only calls about it
   * @return the same there alone
   */
  public Spot onQueue(String queue) {
    return and(occasion -> occasion.queue().equals(queue));
  }

  /**
   * @param number only calls of that connection, counted from 1 as they are made
   * @return the same there alone
   */
  public Spot onConnection(int number) {
    return and(occasion -> occasion.connection() == number);
  }

  /**
   * @param user only that user's calls
   * @return the same for that user alone
   */
  public Spot ofUser(String user) {
    return and(occasion -> occasion.user().equals(user));
  }

  /**
   * @param number which of the calls, counted from 1
   * @return the same for that call alone
   */
  public Spot nth(int number) {
    return new Spot(troubles, call, where, () -> nthOf(number));
  }

  /**
   * @return the same for every such call
   */
  public Spot always() {
    return new Spot(troubles, call, where, () -> () -> true);
  }

  /**
   * @param probability 0 to 1
   * @param seed the same seed strikes the same calls, if they come in the same order
   * @return the same by chance
   */
  public Spot withProbability(double probability, long seed) {
    return new Spot(
        troubles,
        call,
        where,
        () -> {
          Random random = new Random(seed);
          return () -> random.nextDouble() < probability;
        });
  }

  /**
   * The call is not done and fails. A commit that is refused with 2003 is backed out.
   *
   * @param reason what the program gets to see; at the start of a channel only 2059, 2397, 2537,
   *     2539 and 2540
   * @return the trouble
   */
  public Trouble refuse(Reason reason) {
    if (call == Call.DELIVER || (call == Call.CHANNEL && !Status.canRefuse(reason))) {
      throw new IllegalArgumentException(call + " cannot be refused with " + reason.code());
    }
    return add(new Effect.Refuse(reason));
  }

  /**
   * The socket is cut, and with it all connections on it.
   *
   * @param moment when
   * @return the trouble
   */
  public Trouble cut(Cut moment) {
    return add(new Effect.CutSocket(moment));
  }

  /**
   * The call is done later.
   *
   * @param time how much
   * @return the trouble
   */
  public Trouble delay(Duration time) {
    return add(new Effect.Delay(time));
  }

  /**
   * The call waits until {@link Trouble#end()}.
   *
   * @return the trouble
   */
  public Trouble hold() {
    return add(new Effect.Hold(new CountDownLatch(1)));
  }

  private Trouble add(Effect effect) {
    return troubles.add(new Trouble(where, when.get(), effect));
  }

  private Spot and(Predicate<Occasion> more) {
    return new Spot(troubles, call, where.and(more), when);
  }

  private static BooleanSupplier nthOf(int number) {
    AtomicInteger calls = new AtomicInteger();
    return () -> calls.incrementAndGet() == number;
  }
}
