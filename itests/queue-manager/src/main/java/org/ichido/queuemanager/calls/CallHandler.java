package org.ichido.queuemanager.calls;

import org.ichido.queuemanager.wire.Answer;
import org.ichido.queuemanager.wire.Flow;
import org.ichido.queuemanager.wire.Refusal;

/** Does one kind of call. */
@FunctionalInterface
interface CallHandler {
  /**
   * @param connection whose call it is
   * @param call the call
   * @return what it came to
   * @throws Refusal if it fails; then nothing was done
   */
  Answer answer(Connection connection, Flow call) throws Refusal;
}
