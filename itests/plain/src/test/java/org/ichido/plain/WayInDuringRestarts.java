package org.ichido.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.ichido.api.AuditEntry;
import org.ichido.api.TokenDescription;
import org.ichido.races.Ask;
import org.ichido.races.Crowd;
import org.ichido.races.Racer;
import org.ichido.races.Reply;
import org.ichido.races.ServiceWayIn;
import org.ichido.races.WayIn;

/**
 * The services of a house that restarts in the middle of every crowd. Who gets no answer asks the
 * next house, with the same request id.
 */
final class WayInDuringRestarts implements WayIn, AutoCloseable {
  private final RestartingHouse restarting;
  private final ServiceWayIn services;
  private final Crowd crowd = new Crowd();
  private final AtomicLong unanswered = new AtomicLong();

  WayInDuringRestarts(RestartingHouse restarting) {
    this.restarting = restarting;
    services =
        new ServiceWayIn(
            () -> restarting.house().authenticator(),
            () -> restarting.house().administration(),
            () -> restarting.house().audit());
  }

  /** How many requests got no answer from a house and had to be asked again. */
  long unanswered() {
    return unanswered.get();
  }

  @Override
  public Racer register() {
    return services.register();
  }

  @Override
  public List<Reply> atOnce(List<Ask> asks) throws Exception {
    List<Callable<Reply>> calls = new ArrayList<>();
    for (Ask ask : asks) {
      calls.add(() -> untilAnswered(ask));
    }
    calls.add(
        calls.size() / 2,
        () -> {
          restarting.restart();
          return new Reply("RESTARTED", "");
        });
    List<Reply> replies = new ArrayList<>(crowd.together(calls));
    replies.remove(asks.size() / 2);
    return replies;
  }

  private Reply untilAnswered(Ask ask) throws InterruptedException {
    while (true) {
      PlainHouse asked = restarting.house();
      Reply reply = services.ask(ask);
      if (!reply.verdict().equals(Reply.NO_ANSWER)) {
        return reply;
      }
      unanswered.incrementAndGet();
      restarting.awaitAnotherThan(asked);
    }
  }

  @Override
  public List<AuditEntry> audit(Racer racer) {
    return services.audit(racer);
  }

  @Override
  public TokenDescription token(Racer racer) {
    return services.token(racer);
  }

  @Override
  public void close() {
    crowd.close();
    services.close();
  }
}
