package org.ichido.queuemanager.calls;

import org.ichido.queuemanager.wire.Answer;
import org.ichido.queuemanager.wire.Fields;
import org.ichido.queuemanager.wire.Flow;
import org.ichido.queuemanager.wire.Reason;
import org.ichido.queuemanager.wire.Refusal;

/** MQCMIT, MQBACK, and MQDISC, which commits. */
final class UnitCalls {
  private UnitCalls() {}

  static Answer commit(Connection connection, Flow call) throws Refusal {
    if (connection.asyncPuts().endUnit()) {
      connection.unit().backOut();
      throw new Refusal(Reason.BACKED_OUT);
    }
    connection.unit().commit();
    return Answer.well(call, Fields.zeros(0));
  }

  static Answer backOut(Connection connection, Flow call) {
    connection.asyncPuts().endUnit();
    connection.unit().backOut();
    return Answer.well(call, Fields.zeros(0));
  }

  static Answer disconnect(Connection connection, Flow call) throws Refusal {
    Answer answer = commit(connection, call);
    connection.end();
    return answer;
  }
}
