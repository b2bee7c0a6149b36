package org.ichido.queuemanager.calls;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.ichido.queuemanager.trouble.Call;
import org.ichido.queuemanager.trouble.Occasion;
import org.ichido.queuemanager.wire.Answer;
import org.ichido.queuemanager.wire.Flow;
import org.ichido.queuemanager.wire.ObjectDescriptor;
import org.ichido.queuemanager.wire.Reason;
import org.ichido.queuemanager.wire.Refusal;
import org.ichido.queuemanager.wire.SegmentType;

/** All calls. Thread-safe. */
public final class Calls {
  private final Map<SegmentType, CallHandler> handlers = new EnumMap<>(SegmentType.class);

  /** The calls that the queue manager knows. */
  public Calls() {
    handlers.put(SegmentType.CONNECT, new ConnectCall());
    handlers.put(SegmentType.DISCONNECT, UnitCalls::disconnect);
    handlers.put(SegmentType.OPEN, new OpenCall());
    handlers.put(SegmentType.CLOSE, OpenCall::close);
    handlers.put(SegmentType.GET, new GetCall());
    handlers.put(SegmentType.PUT, PutCall::put);
    handlers.put(SegmentType.PUT1, PutCall::put);
    handlers.put(SegmentType.INQUIRE, new InquireCall());
    handlers.put(SegmentType.COMMIT, UnitCalls::commit);
    handlers.put(SegmentType.BACK_OUT, UnitCalls::backOut);
    handlers.put(SegmentType.SPI, new ServiceCall());
    handlers.put(
        SegmentType.STATISTICS,
        (connection, call) ->
            Answer.well(
                call, connection.asyncPuts().report(call.body(), connection.kernel().name())));
  }

  /**
   * Does a call.
   *
   * @param connection whose it is
   * @param call the call
   * @param trouble why it is to fail instead, if it is
   * @return the answer, unless the client waits for none
   */
  public Optional<Answer> answer(Connection connection, Flow call, Optional<Reason> trouble) {
    Answer answer;
    try {
      if (trouble.isPresent()) {
        refused(connection, call, trouble.get());
      }
      answer = handler(connection, call).answer(connection, call);
    } catch (Refusal refusal) {
      answer = Answer.failed(call, refusal.reason());
    }
    return isUnanswered(connection, call, answer) ? Optional.empty() : Optional.of(answer);
  }

  private CallHandler handler(Connection connection, Flow call) throws Refusal {
    CallHandler handler = handlers.get(call.type());
    if (handler == null) {
      connection.kernel().surprises().add("call " + call.type());
      throw new Refusal(Reason.FUNCTION_NOT_SUPPORTED);
    }
    if (connection.number() == 0 && call.type() != SegmentType.CONNECT) {
      throw new Refusal(new Reason(2018));
    }
    return handler;
  }

  private static void refused(Connection connection, Flow call, Reason reason) throws Refusal {
    if (call.type() == SegmentType.COMMIT && reason.equals(Reason.BACKED_OUT)) {
      UnitCalls.backOut(connection, call);
    }
    throw new Refusal(reason);
  }

  private static boolean isUnanswered(Connection connection, Flow call, Answer answer) {
    if (call.type() != SegmentType.PUT && call.type() != SegmentType.PUT1) {
      return false;
    }
    try {
      PutCall put = PutCall.of(call);
      if (put.isAsync()) {
        connection.asyncPuts().count(answer, queue(connection, call), put.isInUnit());
      }
      return put.isAsync();
    } catch (Refusal refusal) {
      return false;
    }
  }

  /**
   * @param connection whose call it is
   * @param call the call
   * @return what trouble may look at
   */
  public Occasion occasion(Connection connection, Flow call) {
    return new Occasion(
        name(call), connection.number(), connection.user(), queue(connection, call));
  }

  private static Call name(Flow call) {
    if (call.type() == SegmentType.SPI) {
      return call.body().number(0) == ServiceCall.OPEN ? Call.OPEN : Call.SERVICE;
    }
    return Call.valueOf(call.type().name());
  }

  /** The queue that a call is about; blank if there is none. */
  private static String queue(Connection connection, Flow call) {
    try {
      if (call.type() == SegmentType.OPEN || call.type() == SegmentType.PUT1) {
        return new ObjectDescriptor(call.body(), 0).name();
      }
      if (call.type() == SegmentType.SPI && call.body().number(0) == ServiceCall.OPEN) {
        return ServiceCall.opens(call);
      }
      return connection.object(call.handle()).isPresent()
          ? connection.queue(call.handle()).name()
          : "";
    } catch (Refusal refusal) {
      return "";
    }
  }
}
