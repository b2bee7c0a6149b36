package org.ichido.api.helpdesk;

/** What can be done about a customer's token. */
public enum Act {
  /** Ask for a token, or begin its enrolment anew (S1-8, S1-15). */
  ISSUE,
  /** Ask for one on a new phone, by three proofs (S2-17, S2-18). */
  REISSUE,
  /** Set up the app by the activation pair and the activation password (S1-13). */
  ACTIVATE,
  /** Type in the first code (S1-24). */
  CONFIRM,
  /** Move the expiry, in the app (S2-23). */
  RENEW,
  /** Change the token's name, in the app (S0-41). */
  RENAME,
  /** Have the device's clock measured by two codes (S0-40). */
  RESYNCHRONISE,
  /** Lift a lock, or set counted failures to 0 (S0-37, S4-38). */
  UNLOCK,
  /** Unbind the token for good, or end its enrolment (S0-36). */
  REVOKE,
  /** Stop the token after a report (S3-18). */
  SUSPEND,
  /** Lift that. */
  RESUME,
  /** Let the customer have seeds again (S2-21). */
  RELEASE_DOWNLOADS,
  /** Open or close the contract, change its method, add or remove the user or change the role. */
  CHANGE_CONTRACT
}
