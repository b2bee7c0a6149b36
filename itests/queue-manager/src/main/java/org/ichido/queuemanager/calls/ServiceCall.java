package org.ichido.queuemanager.calls;

import org.ichido.queuemanager.wire.Answer;
import org.ichido.queuemanager.wire.Fields;
import org.ichido.queuemanager.wire.Flow;
import org.ichido.queuemanager.wire.ObjectDescriptor;
import org.ichido.queuemanager.wire.Reason;
import org.ichido.queuemanager.wire.Refusal;

/**
 * The client's own calls beside the MQI. Each has a verb, its version and a length, then a
 * structure for both directions and one for this direction.
 */
final class ServiceCall implements CallHandler {
  static final int QUERY = 1;
  static final int RESERVE = 6;
  static final int NOTIFY = 11;
  static final int OPEN = 12;

  private static final int BOTH = 12;
  private static final int IN = 24;
  private static final int OPEN_OPTIONS = 44;
  private static final int OPEN_ATTRIBUTES = 52;
  private static final int OPEN_DESCRIPTOR = 68;

  /** Where the client counts on in the block of message ids; the bytes there must be zero. */
  private static final int COUNTER = 21;

  @Override
  public Answer answer(Connection connection, Flow call) throws Refusal {
    int verb = call.body().number(0);
    return switch (verb) {
      case QUERY -> reply(call, query());
      case RESERVE -> reply(call, reserve(connection, call.body()));
      case NOTIFY -> reply(call, interrupt(connection.kernel(), call.body()));
      case OPEN -> open(connection, call);
      default -> {
        connection.kernel().surprises().add("service call with verb " + verb);
        throw new Refusal(Reason.FUNCTION_NOT_SUPPORTED);
      }
    };
  }

  /** The name that an open is about. */
  static String opens(Flow call) throws Refusal {
    return new ObjectDescriptor(call.body(), OPEN_DESCRIPTOR).name();
  }

  private static Answer open(Connection connection, Flow call) throws Refusal {
    ObjectDescriptor descriptor = new ObjectDescriptor(call.body(), OPEN_DESCRIPTOR);
    int options = call.body().number(OPEN_OPTIONS);
    int handle = connection.add(new Opening(connection).open(descriptor, options));
    Fields out = call.body().part(IN, OPEN_DESCRIPTOR - IN).text(0, 4, "SPOO");
    out.number(OPEN_ATTRIBUTES - IN, 0); // Not persistent by default.
    out.number(OPEN_ATTRIBUTES - IN + 4, 1); // Puts are answered.
    out.number(OPEN_ATTRIBUTES - IN + 8, 0); // Nothing is read ahead.
    out.number(OPEN_ATTRIBUTES - IN + 12, 0);
    return reply(call, Fields.join(out, descriptor.fields())).handle(handle);
  }

  private static Fields query() {
    int[] verbs = {QUERY, OPEN};
    Fields out = structure("SPQO", 16 + 20 * verbs.length).number(12, verbs.length);
    for (int n = 0; n < verbs.length; n++) {
      int row = 16 + 20 * n;
      out.number(row, verbs[n]).number(row + 4, 1).number(row + 8, 1).number(row + 12, 1);
    }
    return out;
  }

  private static Fields reserve(Connection connection, Fields request) {
    Fields tag = Fields.of(connection.kernel().newId("AMQ"));
    int unique = tag.number(20);
    // The last four bytes are the client's; what was unique in them moves to the name's end.
    tag.number(12, tag.number(16)).number(16, unique).number(20, 0);
    return structure("SPRO", 44)
        .number(12, request.number(IN + 16))
        .number(16, COUNTER)
        .bytes(20, tag.toBytes());
  }

  private static Fields interrupt(Kernel kernel, Fields request) {
    Reason reason = new Reason(request.number(IN + 16));
    kernel
        .connection(request.bytes(IN + 20, 24))
        .ifPresent(connection -> connection.interrupt(reason));
    return structure("SPNO", 12);
  }

  private static Fields structure(String eye, int length) {
    return Fields.zeros(length).text(0, 4, eye).number(4, 1).number(8, length);
  }

  private static Answer reply(Flow call, Fields out) {
    Fields body = Fields.join(call.body().part(0, BOTH), call.body().part(BOTH, BOTH), out);
    return Answer.well(call, body.number(8, body.length() - BOTH));
  }
}
