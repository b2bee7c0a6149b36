package org.ichido.core.life;

/** Whatever may happen to a token, or to a user who has none. */
public enum TokenAct {
  /** A user asks for a soft token, or begins anew before the confirmation (S1-8, S1-15). */
  ISSUE,
  /** A user asks for one on a new phone, where the former need not be revoked (S2-17). */
  REISSUE,
  /** The three values are right, and nothing else is in the way (S1-13, S1-22). */
  ACTIVATE,
  /** One of the three values is wrong, and tries are left. */
  WRONG_ACTIVATION,
  /** One of the three values is wrong, and that was the last try. */
  LAST_WRONG_ACTIVATION,
  /** The three values are right, on a device of a class that is retired (S0-10). */
  ACTIVATE_RETIRED_DEVICE,
  /** The first code is right (S1-24). */
  CONFIRM,
  /** The first code is wrong, and the lock is not reached. */
  WRONG_CONFIRM,
  /** The first code is wrong, and a lock that no time ends would follow. */
  LAST_WRONG_CONFIRM,
  /** The channel takes back the request that began the enrolment. */
  CANCEL,
  /** The time for the enrolment is over. */
  DEADLINE,
  /** A code is right and is consumed. */
  VERIFY,
  /** A code is wrong; with enough of them the token is locked. */
  WRONG_CODE,
  /** Somebody lifts a lock. */
  UNLOCK,
  /** The bank suspends the token (S3-18). */
  SUSPEND,
  /** The bank lifts the suspension. */
  RESUME,
  /** Two codes show how far the device's clock is off (S0-40). */
  RESYNCHRONISE,
  /** The customer changes the name (S0-41). */
  RENAME,
  /** The customer moves the expiry (S2-23). */
  RENEW,
  /** The expiry comes. */
  EXPIRE,
  /** A user or the bank unbinds the token (S0-36). */
  REVOKE,
  /** The contract is closed, the user removed, or another method holds. */
  CLOSE,
  /** A hard token is sent to the contract that ordered it (S4-21). */
  SHIP,
  /** The order of a hard token that nobody has registered is taken back. */
  CANCEL_ORDER,
  /** A user registers a hard token by a right code: the first one, or one to share it (S4-16). */
  REGISTER_DEVICE,
  /** A code for that is wrong; with enough of them the token is locked for all (S4-36). */
  WRONG_DEVICE_CODE,
  /** The branch lifts the lock of a hard token by its serial (S4-38). */
  UNLOCK_DEVICE,
  /** One of several users is unbound, and the token goes on for the others. */
  UNBIND,
  /** Another hard token is registered in the place of this one (S4-39). */
  REPLACE,
  /** An administrator registers a token with its seed. */
  REGISTER,
  /** The initial load brings a live token from the former system. */
  LOAD
}
