package org.ichido.api.requirement;

/** What a user has to do next about the token. At login it is shown, and login goes on. */
public enum NextStep {
  /** Nothing. */
  NONE,
  /** Apply for one-time passwords in online banking (S2-5). */
  APPLY,
  /** Ask for a token: fill in the form (S0-25, S1-1). */
  ISSUE,
  /** Wait: the cool-down after a revocation is not over (S0-25), or a delay by wrong codes. */
  WAIT,
  /** Go on with the enrolment under way: set up the app by the mail (S1-14). */
  ACTIVATE,
  /** Type in the first code (S1-24). */
  CONFIRM,
  /** Register the hard token that was ordered: type in its serial and a code (S4-20). */
  REGISTER,
  /** Renew: the expiry is near or past, and renewal is open. */
  RENEW,
  /**
   * Ask for a token again: this one is past its expiry and cannot be renewed; or it was revoked at
   * a bank where that takes proofs and no login (S2-18).
   */
  REISSUE,
  /** Have it unlocked, by whoever may (S0-37, S4-38). */
  UNLOCK,
  /** Ask the bank: it suspended the token. */
  CONTACT_BANK
}
