package org.ichido.queuemanager.calls;

import org.ichido.queuemanager.wire.Answer;
import org.ichido.queuemanager.wire.Fields;
import org.ichido.queuemanager.wire.Flow;
import org.ichido.queuemanager.wire.Reason;
import org.ichido.queuemanager.wire.Refusal;

/** MQCONN: the program says which queue manager it wants. */
final class ConnectCall implements CallHandler {
  private static final int CONNECTION_ID = 132;

  @Override
  public Answer answer(Connection connection, Flow call) throws Refusal {
    Kernel kernel = connection.kernel();
    String wanted = call.body().text(0, 48);
    if (!wanted.isBlank() && !wanted.startsWith("*") && !wanted.equals(kernel.name())) {
      throw new Refusal(Reason.QUEUE_MANAGER_NAME_ERROR);
    }
    if (kernel.phase() == Phase.ENDED) {
      throw new Refusal(Reason.QUEUE_MANAGER_NOT_AVAILABLE);
    }
    kernel.checkQuiescing(true);
    connection.connect(call.body().text(48, 28));
    Fields body = call.body().copy().text(0, 48, kernel.name());
    return Answer.well(call, body.bytes(CONNECTION_ID, connection.id()));
  }
}
