package org.ichido.itests;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ichido.itests.AskedCustomer.Ask;

/** A requester that goes on asking, one request after the other, until it is stopped. */
final class Asking implements Runnable {
  /**
   * The reply to one request.
   *
   * @param whole all of it, to compare
   */
  record Reply(String verdict, String whole) {}

  /** A way to ask. Used by one thread. */
  interface Program extends AutoCloseable {
    /**
     * Asks, and asks again where a program would, always with the same request id.
     *
     * @throws NoVerdict if none came however often it asked
     */
    Reply ask(Ask ask) throws NoVerdict, InterruptedException;

    @Override
    void close();
  }

  /** A request is lost. */
  static final class NoVerdict extends Exception {
    private static final long serialVersionUID = 1L;

    NoVerdict(String why) {
      super(why);
    }
  }

  private final String name;
  private final Answers.Way way;
  private final Program program;
  private final BlockingQueue<AskedCustomer> customers;
  private final Answers answers;
  private final AtomicBoolean stop = new AtomicBoolean();
  private final List<AskedCustomer> done = new ArrayList<>();

  Asking(
      String name,
      Answers.Way way,
      Program program,
      BlockingQueue<AskedCustomer> customers,
      Answers answers) {
    this.name = name;
    this.way = way;
    this.program = program;
    this.customers = customers;
    this.answers = answers;
  }

  String name() {
    return name;
  }

  void stop() {
    stop.set(true);
  }

  /** Those who were asked for all that is in their lives; to be read when it has ended. */
  List<AskedCustomer> done() {
    return done;
  }

  @Override
  public void run() {
    try (program) {
      while (!stop.get()) {
        AskedCustomer next = customers.poll(100, TimeUnit.MILLISECONDS);
        if (next != null) {
          live(next);
          done.add(next);
        }
      }
    } catch (InterruptedException e) {
      answers.wrong(name + " was interrupted");
    } catch (RuntimeException | Error e) {
      answers.wrong(name + " ended: " + e);
    }
  }

  private void live(AskedCustomer customer) throws InterruptedException {
    Ask former = null;
    for (int i = 0; i < customer.life().length(); i++) {
      char letter = customer.life().charAt(i);
      boolean again = Character.isLowerCase(letter);
      Ask ask = again ? former : customer.ask(letter);
      try {
        Reply reply = program.ask(ask);
        answers.came(way, name, ask, again, reply.verdict(), reply.whole());
      } catch (NoVerdict e) {
        answers.lost(ask, e.getMessage());
        return;
      }
      former = ask;
    }
  }
}
