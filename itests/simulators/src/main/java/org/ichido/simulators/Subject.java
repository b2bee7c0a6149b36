package org.ichido.simulators;

/** What a fee record is about: the words of ICH-FEE-SUBJECT. */
public enum Subject {
  DEBIT,
  REFUND
}
