package org.ichido.queuemanager.wire;

import java.io.IOException;

/** The other side sent bytes that the queue manager cannot read. */
public final class MalformedException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what and where
   */
  public MalformedException(String message) {
    super(message);
  }
}
