package org.ichido.simulators;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.jms.ConnectionFactory;
import javax.jms.JMSException;
import org.ichido.testkit.host.DebitDesk;
import org.ichido.testkit.host.FeeRequest;
import org.ichido.testkit.host.HostCharacters;
import org.ichido.testkit.host.HostRecord;

/**
 * {@link CoreBanking} at a bank's debit queue. It takes a request when the script says so, one at a
 * time. When the queue manager is gone, another one over the same core banking goes on where this
 * one stood. For one thread.
 */
public final class DebitQueue implements AutoCloseable {
  private final DebitDesk desk;
  private final CoreBanking core;

  private DebitQueue(DebitDesk desk, CoreBanking core) {
    this.desk = desk;
    this.core = core;
  }

  /**
   * @param factory the queue manager
   * @param user core banking's login there; the profile lets this requester send {@code
   *     debit-reply}
   * @param password the login's password
   * @param requests {@code queue.debit} of the bank's profile
   * @param replies {@code queue.debit-reply} of the profile
   * @param core who does what is asked
   * @return core banking at that queue, in CCSID 939
   * @throws JMSException if the queue manager refuses
   */
  public static DebitQueue loggedIn(
      ConnectionFactory factory,
      String user,
      String password,
      String requests,
      String replies,
      CoreBanking core)
      throws JMSException {
    return new DebitQueue(
        DebitDesk.loggedIn(factory, user, password, requests, replies, HostCharacters.LATIN_EBCDIC),
        core);
  }

  /**
   * Takes the next request, does what it asks, and answers in the manner that was set for its
   * order.
   *
   * @param wait how long to wait for a request, at the most
   * @return the request as it came; empty if none did
   * @throws JMSException if the queue manager refuses
   */
  public Optional<FeeRequest> serveNext(Duration wait) throws JMSException {
    Optional<FeeRequest> next = desk.next(wait);
    if (next.isPresent()) {
      serve(next.get());
    }
    return next;
  }

  private void serve(FeeRequest request) throws JMSException {
    int order = (int) request.order();
    HostRecord answer = answer(request);
    switch (core.manner(order)) {
      case AT_ONCE -> desk.answer(answer);
      case TWICE -> {
        desk.answer(answer);
        desk.answer(answer);
      }
      case WHEN_TOLD -> core.hold(order, answer);
      case NEVER -> {}
    }
  }

  private HostRecord answer(FeeRequest request) {
    Answer answer = core.judge(asked(request));
    return switch (answer.result()) {
      case BOOKED -> request.booked(answer.booking());
      case FUNDS, ACCOUNT, OTHER -> request.notBooked(answer.result().name());
      case NEVER_SEEN -> request.neverSeen();
    };
  }

  private static Asked asked(FeeRequest request) {
    HostRecord record = request.record();
    return new Asked(
        request.isInquiry(),
        Subject.valueOf(request.subject()),
        (int) request.order(),
        new Account(
            record.get("ICH-FEE-ACCOUNT-BRANCH"),
            record.get("ICH-FEE-ACCOUNT-TYPE"),
            record.get("ICH-FEE-ACCOUNT-NUMBER")),
        request.yen(),
        record.day("ICH-BUSINESS-DATE").orElseThrow());
  }

  /**
   * Sends what was held back for an order.
   *
   * @param order the number of the order
   * @param times how often each answer is sent
   * @return how many answers were held back
   * @throws JMSException if the queue manager refuses
   */
  public int tell(int order, int times) throws JMSException {
    List<HostRecord> answers = core.release(order);
    for (HostRecord answer : answers) {
      for (int i = 0; i < times; i++) {
        desk.answer(answer);
      }
    }
    return answers.size();
  }

  @Override
  public void close() throws JMSException {
    desk.close();
  }
}
