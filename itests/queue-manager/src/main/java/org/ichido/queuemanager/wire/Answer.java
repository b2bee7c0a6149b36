package org.ichido.queuemanager.wire;

/**
 * What a call came to.
 *
 * @param completion 0 well, 1 with a warning, 2 failed
 * @param reason why it is not well
 * @param handle of the object, or -1
 * @param body what follows the API header
 */
public record Answer(int completion, Reason reason, int handle, Fields body) {
  /**
   * @param call what was asked
   * @param body the answer
   * @return all is well
   */
  public static Answer well(Flow call, Fields body) {
    return new Answer(0, Reason.NONE, call.handle(), body);
  }

  /**
   * @param call what was asked
   * @param reason what is to be considered
   * @param body the answer
   * @return done, with a warning
   */
  public static Answer warning(Flow call, Reason reason, Fields body) {
    return new Answer(1, reason, call.handle(), body);
  }

  /**
   * @param call what was asked, which is repeated
   * @param reason why not
   * @return not done
   */
  public static Answer failed(Flow call, Reason reason) {
    return new Answer(2, reason, call.handle(), call.body());
  }

  /**
   * @param handle of an object that was opened, or -1 when it was closed
   * @return the same with that handle
   */
  public Answer handle(int handle) {
    return new Answer(completion, reason, handle, body);
  }
}
