package org.ichido.queuemanager.calls;

import java.util.ArrayList;
import java.util.List;
import org.ichido.queuemanager.wire.Answer;
import org.ichido.queuemanager.wire.Fields;
import org.ichido.queuemanager.wire.Flow;
import org.ichido.queuemanager.wire.Reason;
import org.ichido.queuemanager.wire.Refusal;

/** MQINQ: numbers and texts about a queue or the queue manager, by their selectors. */
final class InquireCall implements CallHandler {
  private static final int FIRST_TEXT = 2001;

  @Override
  public Answer answer(Connection connection, Flow call) throws Refusal {
    OpenObject object =
        connection.object(call.handle()).orElseThrow(() -> new Refusal(Reason.HANDLE_NOT_OPEN));
    Inquiry inquiry = inquiry(connection.kernel(), object);
    int selectors = call.body().number(0);
    List<Fields> numbers = new ArrayList<>();
    List<Fields> texts = new ArrayList<>();
    for (int n = 0; n < selectors; n++) {
      int selector = call.body().number(12 + 4 * n);
      try {
        if (selector < FIRST_TEXT) {
          numbers.add(Fields.zeros(4).number(0, inquiry.number(selector)));
        } else {
          texts.add(inquiry.text(selector));
        }
      } catch (Refusal refusal) {
        connection.kernel().surprises().add("selector " + selector + " of an inquiry");
        throw refusal;
      }
    }
    List<Fields> parts = new ArrayList<>();
    parts.add(call.body().part(0, 12 + 4 * selectors));
    parts.addAll(numbers);
    parts.addAll(texts);
    return Answer.well(call, Fields.join(parts.toArray(Fields[]::new)));
  }

  private static Inquiry inquiry(Kernel kernel, OpenObject object) throws Refusal {
    if (object instanceof OpenQueue queue) {
      queue.need(OpenOptions.INQUIRE, Reason.NOT_OPEN_FOR_INQUIRE);
      return new QueueInquiry(queue.queue());
    }
    return new QueueManagerInquiry(kernel);
  }
}
