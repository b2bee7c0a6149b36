package org.ichido.mq;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.ichido.api.Actor;
import org.ichido.api.BankId;
import org.ichido.api.Requester;
import org.ichido.spi.transport.BankMessaging;
import org.ichido.spi.transport.RequestType;
import org.ichido.spi.transport.RequesterRule;

/** What administrators do, over a real broker. */
abstract class SetAsideTestBase extends QueueListenersTestBase {
  static final Actor.Administrator VERA = new Actor.Administrator("vera");
  static final BankId KINSAN = kinsan(1).bank();

  private SetAsideMessages messages;

  SetAsideMessages messages() {
    if (messages == null) {
      messages = new SetAsideMessages(listeners);
    }
    return messages;
  }

  void serve(BankMessaging bank) {
    listeners.known(List.of(bank));
    listeners.served(List.of(bank));
  }

  void drain(BankMessaging bank) {
    listeners.known(List.of(bank));
    listeners.served(List.of());
    messages().inHand(bank.bank(), Duration.ofSeconds(20));
  }

  /** The profile of Kinsan, corrected: one requester, its replies to these queues. */
  static BankMessaging kinsan(String user, String... replyQueues) {
    BankMessaging kinsan = kinsan(1);
    return new BankMessaging(
        kinsan.bank(),
        kinsan.code(),
        kinsan.production(),
        kinsan.queues(),
        kinsan.eventQueue(),
        kinsan.debitQueue(),
        kinsan.backoutQueue(),
        kinsan.ccsid(),
        kinsan.sessions(),
        kinsan.horizon(),
        kinsan.clockSkew(),
        List.of(
            new RequesterRule(
                new Requester("core"),
                Set.of(user),
                Set.of(RequestType.VERIFY),
                Set.of(replyQueues))));
  }
}
