package org.ichido.queuemanager.calls;

import org.ichido.queuemanager.queues.Message;
import org.ichido.queuemanager.queues.Selection;
import org.ichido.queuemanager.queues.Wish;
import org.ichido.queuemanager.queues.Wish.Syncpoint;
import org.ichido.queuemanager.queues.Wish.Way;
import org.ichido.queuemanager.wire.Answer;
import org.ichido.queuemanager.wire.Fields;
import org.ichido.queuemanager.wire.Flow;
import org.ichido.queuemanager.wire.GetOptions;
import org.ichido.queuemanager.wire.MessageDescriptor;
import org.ichido.queuemanager.wire.Reason;
import org.ichido.queuemanager.wire.Refusal;

/** MQGET: gets or browses, and waits. */
final class GetCall implements CallHandler {
  @Override
  public Answer answer(Connection connection, Flow call) throws Refusal {
    MessageDescriptor wanted = MessageDescriptor.read(call.body(), 0);
    GetOptions options = new GetOptions(call.body(), wanted.length());
    int room = call.body().number(wanted.length() + options.length());
    OpenQueue queue = connection.queue(call.handle());
    if (options.has(GetOptions.BROWSE)) {
      queue.need(OpenOptions.BROWSE, Reason.NOT_OPEN_FOR_BROWSE);
    } else {
      queue.need(OpenOptions.INPUT, Reason.NOT_OPEN_FOR_INPUT);
    }
    Wish wish =
        new Wish(
            way(options),
            queue.selection().and(Selection.byIds(options.match(), wanted)),
            queue.cursor(),
            room,
            options.has(GetOptions.ACCEPT_TRUNCATED),
            syncpoint(options.options()),
            connection.unit(),
            options.longestWait(),
            () -> connection.interruption(options.has(GetOptions.FAIL_IF_QUIESCING)));
    Message message = queue.queue().get(wish);
    queue.got(message.descriptor());
    return answer(call, wanted, options, room, queue.name(), message);
  }

  private static Answer answer(
      Flow call,
      MessageDescriptor wanted,
      GetOptions options,
      int room,
      String queue,
      Message message) {
    Fields data = message.data();
    Fields returned = data.part(0, Math.min(room, data.length()));
    Fields body =
        Fields.join(
            message.descriptor().as(wanted),
            options.returned(queue, returned.length()),
            Fields.zeros(4).number(0, data.length()),
            returned);
    if (data.length() <= room) {
      return Answer.well(call, body);
    }
    return Answer.warning(
        call,
        options.has(GetOptions.ACCEPT_TRUNCATED)
            ? Reason.TRUNCATED_ACCEPTED
            : Reason.TRUNCATED_FAILED,
        body);
  }

  static Syncpoint syncpoint(int options) {
    if ((options & GetOptions.SYNCPOINT) != 0) {
      return Syncpoint.YES;
    }
    return (options & GetOptions.SYNCPOINT_IF_PERSISTENT) != 0
        ? Syncpoint.IF_PERSISTENT
        : Syncpoint.NO;
  }

  private static Way way(GetOptions options) {
    if (options.has(GetOptions.BROWSE_FIRST)) {
      return Way.BROWSE_FIRST;
    }
    if (options.has(GetOptions.BROWSE_NEXT)) {
      return Way.BROWSE_NEXT;
    }
    if (options.has(GetOptions.BROWSE_UNDER_CURSOR)) {
      return Way.BROWSE_UNDER_CURSOR;
    }
    return options.has(GetOptions.UNDER_CURSOR) ? Way.GET_UNDER_CURSOR : Way.GET;
  }
}
