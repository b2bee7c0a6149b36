package org.ichido.api.act;

/**
 * Why an act was refused, told to whoever asked: an authenticated user about the own request, an
 * operator, core banking. What a code or an activation was refused for is never told; see {@link
 * org.ichido.api.Cause}.
 */
public enum Reason {
  /** Contract or user unknown, closed, removed, or without one-time passwords in effect. */
  NOT_ENTITLED,
  /** The contract was opened after the bank closed one-time passwords to new ones (S0-1). */
  NEW_CONTRACTS_CLOSED,
  /** The time after a revocation is not over (S0-26). */
  COOLDOWN,
  /** The user has a token; revoke that first (S0-21). */
  TOKEN_STILL_BOUND,
  /** The two entries of the mail address differ (S1-2). */
  EMAIL_MISMATCH,
  /** The mail address has another form or length than the bank takes (S1-3). */
  EMAIL_FORM,
  /** The two entries of the activation password differ (S1-5). */
  PASSWORD_MISMATCH,
  /** The activation password is not 4 to 8 digits, or was not encrypted to our key (S1-4). */
  PASSWORD_FORM,
  /** The terms were not agreed to (S1-20). */
  CONSENT_MISSING,
  /** New tokens are no longer given to devices of this class (S0-10). */
  DEVICE_CLASS_RETIRED,
  /** The device shows as many tokens as the bank lets it (S4-3, S1-27). */
  DEVICE_FULL,
  /** The app's public key cannot be used. */
  APP_KEY_FORM,
  /** The display name is too long or has other characters (S1-23). */
  NAME_FORM,
  /** The seed was delivered as often as the bank lets it without a release (S2-19). */
  DOWNLOAD_LIMIT,
  /** The card of the representative account was not proved (S2-20). */
  NO_CARD,
  /** The confirmation password was not proved (S2-18). */
  PASSWORD_NOT_CONFIRMED,
  /** The registered phone was not proved (S2-20). */
  PHONE_FAILED,
  /** The actor's own code was refused; the audit knows why. */
  CODE_REFUSED,
  /** The profile does not let this actor do this. */
  FORBIDDEN,
  /** There is no such token, or none in a state that the act is for. */
  NOT_FOUND,
  /** There is no lock in force. Failures that had been counted are 0 now. */
  NOT_LOCKED,
  /** It is suspended already. */
  ALREADY_SUSPENDED,
  /** It is not suspended. */
  NOT_SUSPENDED,
  /** Renewal is not open yet (S2-24, S3-20). */
  RENEWAL_NOT_OPEN,
  /** This token cannot be renewed (S0-11, S2-17). */
  NOT_RENEWABLE,
  /** The codes are no two successive ones of this token within the drift allowed. */
  NOT_SYNCHRONISED,
  /** Nothing waits for this approval, or no longer. */
  NOTHING_TO_APPROVE,
  /** Nobody approves himself. */
  SELF_APPROVAL,
  /** The reason and the number of the customer's paper are demanded, and one is missing (S0-22). */
  GROUNDS_MISSING,
  /** An approver is demanded and none was named. */
  APPROVER_MISSING,
  /** A request of this kind, or in this state, cannot be cancelled. */
  NOT_CANCELLABLE,
  /** There is a contract or user of this id already, with other content. */
  ALREADY_EXISTS,
  /** There is no such contract or user. */
  UNKNOWN,
  /** The contract is closed. */
  CONTRACT_CLOSED,
  /** The date is before one that was told already. */
  DATE_IN_PAST,
  /** The business of another day is open. */
  BUSINESS_OPEN,
  /** The contract had a hard token before, or has one on order: what follows is ADD (S4-27). */
  NOT_THE_FIRST,
  /** The contract never had a hard token: what comes first is FIRST. */
  FIRST_MISSING,
  /** The device is not in stock. */
  NOT_IN_STOCK,
  /** In the place of that device another one is on order already. */
  ORDER_OPEN,
  /** There is no such order of this contract, or not in a state that the act is for. */
  NO_SUCH_ORDER,
  /** The order is chargeable and the contract has no representative account (S4-29). */
  NO_ACCOUNT,
  /** The fee is not debited yet, or nobody knows whether it is. */
  FEE_UNSETTLED,
  /** The account was not debited: cancel the order. */
  FEE_UNPAID,
  /** There is nothing to skip: no registration is due, or the user has a token. */
  NOTHING_TO_SKIP,
  /** The time in which the registration can be skipped is over (S4-25). */
  SKIP_OVER
}
