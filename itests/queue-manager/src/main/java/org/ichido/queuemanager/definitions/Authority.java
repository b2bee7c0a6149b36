package org.ichido.queuemanager.definitions;

/** What a user may do, by its MQSC keyword. */
public enum Authority {
  CONNECT,
  INQ,
  SET,
  GET,
  BROWSE,
  PUT,
  PASSID,
  PASSALL,
  SETID,
  SETALL,
  DSP,
  ALTUSR,
  CHG,
  CLR,
  CRT,
  DLT,
  CTRL,
  CTRLX,
  PUB,
  SUB,
  RESUME,
  SYSTEM
}
