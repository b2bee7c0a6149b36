package org.ichido.queuemanager.trouble;

/** When the socket is cut. */
public enum Cut {
  /** The call is not done. */
  BEFORE,
  /** The call is done, and half of its answer sent: the program cannot know. */
  DURING,
  /** The call is done and its answer sent; the client may see the cut before the answer. */
  AFTER,
  /** The call is done and answered, and the socket cut when the program calls again. */
  AT_NEXT_CALL
}
