package org.ichido.queuemanager.trouble;

/** Where trouble can strike. */
public enum Call {
  /** The start of a channel, before anybody says who they are. */
  CHANNEL,
  CONNECT,
  DISCONNECT,
  OPEN,
  CLOSE,
  GET,
  PUT,
  PUT1,
  INQUIRE,
  SET,
  COMMIT,
  BACK_OUT,
  STATISTICS,
  /** The client's other questions: what is supported, a block of message ids, ending a wait. */
  SERVICE,
  /** A message on its way to a listener. */
  DELIVER
}
