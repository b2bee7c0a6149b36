package org.ichido.queuemanager.calls;

import org.ichido.queuemanager.wire.Answer;
import org.ichido.queuemanager.wire.Fields;
import org.ichido.queuemanager.wire.Flow;
import org.ichido.queuemanager.wire.ObjectDescriptor;
import org.ichido.queuemanager.wire.Refusal;

/** MQOPEN, and MQCLOSE which takes back what it gave. */
final class OpenCall implements CallHandler {
  @Override
  public Answer answer(Connection connection, Flow call) throws Refusal {
    ObjectDescriptor descriptor = new ObjectDescriptor(call.body(), 0);
    int options = call.body().number(descriptor.length());
    int handle = connection.add(new Opening(connection).open(descriptor, options));
    Fields rest = call.body().from(descriptor.length());
    return Answer.well(call, Fields.join(descriptor.fields(), rest)).handle(handle);
  }

  static Answer close(Connection connection, Flow call) throws Refusal {
    connection.close(call.handle());
    return Answer.well(call, call.body()).handle(-1);
  }
}
