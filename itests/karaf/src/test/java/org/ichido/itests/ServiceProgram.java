package org.ichido.itests;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.ichido.itests.AskedCustomer.Ask;
import org.ichido.itests.Asking.NoVerdict;
import org.ichido.itests.Asking.Reply;

/**
 * Asks a neighbour in the same Karaf: waits while he is not there, and where there was no answer
 * asks again for the same request.
 */
final class ServiceProgram implements Asking.Program {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

  /** Between two tries, as a program does that is not alone on its machine. */
  private static final long BREATH = TimeUnit.MILLISECONDS.toNanos(5);

  private final Neighbours neighbours;

  ServiceProgram(Neighbours neighbours) {
    this.neighbours = neighbours;
  }

  @Override
  public Reply ask(Ask ask) throws NoVerdict, InterruptedException {
    String answer =
        said(
            "verify %s %s %s %s"
                .formatted(ask.requestId(), ask.contract(), ask.user(), ask.code()));
    String verdict = answer.split("\\[", 2)[0].toUpperCase(Locale.ROOT);
    return new Reply(verdict, answer);
  }

  /** Says it to the neighbour until there is an answer. */
  String said(String words) throws NoVerdict, InterruptedException {
    long end = System.nanoTime() + PATIENCE;
    String answer = "nobody was there";
    while (System.nanoTime() < end) {
      answer = neighbours.say(words);
      if (!answer.startsWith(Neighbours.NO_ANSWER)) {
        return answer;
      }
      LockSupport.parkNanos(BREATH);
    }
    throw new NoVerdict(answer);
  }

  @Override
  public void close() {}
}
