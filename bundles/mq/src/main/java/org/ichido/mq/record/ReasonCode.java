package org.ichido.mq.record;

import org.ichido.api.act.Reason;

/**
 * Why a request was answered as it was, or not answered. Every code a record can carry stands here
 * and nowhere else; {@code docs/messages.md} says the same to programmers, and a test compares.
 *
 * <p>The first digit is the class: 0 done, 1 refused for a reason of the business, 2 try again
 * later, 8 the record is bad, 9 system. Transport trouble and business refusals share no class. No
 * code of class 2 or 9 is sent yet: when nothing can be decided, the request waits on its queue.
 */
public enum ReasonCode {
  /** What was asked has been done. */
  DONE(0, true, "What was asked has been done; the body says what came of it."),
  /** An act waits for another operator. */
  AWAITS_APPROVAL(1, true, "It was asked for and waits for another operator's approval."),
  /** The code gives no access, for whatever cause. */
  REFUSED(1000, true, "The code gives no access. The cause is not told."),
  /** See {@link org.ichido.api.act.Reason#NOT_LOCKED}. */
  NOT_LOCKED(1101, true, "There was no lock in force. Failures counted so far are 0 now."),
  /** See {@link org.ichido.api.act.Reason#NOT_FOUND}. */
  NOT_FOUND(1102, true, "The user has no token in a state that this is for."),
  /** See {@link org.ichido.api.act.Reason#FORBIDDEN}. */
  FORBIDDEN(1103, true, "The bank's profile does not let who acts do this."),
  /** See {@link org.ichido.api.act.Reason#NOT_ENTITLED}. */
  NOT_ENTITLED(
      1104,
      true,
      "Contract or user is unknown, closed or removed, or has no one-time passwords in effect."),
  /** See {@link org.ichido.api.act.Reason#NEW_CONTRACTS_CLOSED}. */
  NEW_CONTRACTS_CLOSED(
      1105, true, "The contract was opened after the bank closed one-time passwords to new ones."),
  /** See {@link org.ichido.api.act.Reason#COOLDOWN}. */
  COOLDOWN(1106, true, "The time after a revocation is not over; ICH-UNTIL says when."),
  /** See {@link org.ichido.api.act.Reason#TOKEN_STILL_BOUND}. */
  TOKEN_STILL_BOUND(1107, true, "The user has a token. Revoke that first."),
  /** See {@link org.ichido.api.act.Reason#EMAIL_MISMATCH}. */
  EMAIL_MISMATCH(1108, true, "The two entries of the mail address differ."),
  /** See {@link org.ichido.api.act.Reason#EMAIL_FORM}. */
  EMAIL_FORM(1109, true, "The mail address has a form or a length that the bank does not take."),
  /** See {@link org.ichido.api.act.Reason#PASSWORD_MISMATCH}. */
  PASSWORD_MISMATCH(1110, true, "The two entries of the activation password differ."),
  /** See {@link org.ichido.api.act.Reason#PASSWORD_FORM}. */
  PASSWORD_FORM(
      1111,
      true,
      "The activation password is not 4 to 8 half-width digits, or was not encrypted to our key."),
  /** See {@link org.ichido.api.act.Reason#CONSENT_MISSING}. */
  CONSENT_MISSING(1112, true, "The customer did not agree to the terms in their present version."),
  /** See {@link org.ichido.api.act.Reason#DEVICE_CLASS_RETIRED}. */
  DEVICE_CLASS_RETIRED(1113, true, "New tokens are not given to devices of this class any more."),
  /** See {@link org.ichido.api.act.Reason#DEVICE_FULL}. */
  DEVICE_FULL(1114, true, "The device has as many tokens of this bank as it may."),
  /** See {@link org.ichido.api.act.Reason#APP_KEY_FORM}. */
  APP_KEY_FORM(1115, true, "The app's public key cannot be used: RSA, 2,048 to 4,096 bits."),
  /** See {@link org.ichido.api.act.Reason#NAME_FORM}. */
  NAME_FORM(
      1116, true, "The addition to the name is too long or has characters that it may not have."),
  /** See {@link org.ichido.api.act.Reason#DOWNLOAD_LIMIT}. */
  DOWNLOAD_LIMIT(
      1117, true, "The seed was delivered as often as it may be without a release by the branch."),
  /** See {@link org.ichido.api.act.Reason#NO_CARD}. */
  NO_CARD(1118, true, "The cash card was not proved."),
  /** See {@link org.ichido.api.act.Reason#PASSWORD_NOT_CONFIRMED}. */
  PASSWORD_NOT_CONFIRMED(1119, true, "The confirmation password was not proved."),
  /** See {@link org.ichido.api.act.Reason#PHONE_FAILED}. */
  PHONE_FAILED(1120, true, "The registered phone was not proved."),
  /** See {@link org.ichido.api.act.Reason#CODE_REFUSED}. */
  CODE_REFUSED(1121, true, "The acting user's own code gives no access. The cause is not told."),
  /** See {@link org.ichido.api.act.Reason#ALREADY_SUSPENDED}. */
  ALREADY_SUSPENDED(1122, true, "It is suspended already."),
  /** See {@link org.ichido.api.act.Reason#NOT_SUSPENDED}. */
  NOT_SUSPENDED(1123, true, "It is not suspended."),
  /** See {@link org.ichido.api.act.Reason#RENEWAL_NOT_OPEN}. */
  RENEWAL_NOT_OPEN(1124, true, "Renewal is not open yet."),
  /** See {@link org.ichido.api.act.Reason#NOT_RENEWABLE}. */
  NOT_RENEWABLE(1125, true, "This token cannot be renewed."),
  /** See {@link org.ichido.api.act.Reason#NOT_SYNCHRONISED}. */
  NOT_SYNCHRONISED(
      1126, true, "The codes are no two successive ones of this token, or are too far off."),
  /** See {@link org.ichido.api.act.Reason#NOTHING_TO_APPROVE}. */
  NOTHING_TO_APPROVE(1127, true, "Nothing waits for this approval, or not any more."),
  /** See {@link org.ichido.api.act.Reason#SELF_APPROVAL}. */
  SELF_APPROVAL(1128, true, "Nobody approves what he asked for himself."),
  /** See {@link org.ichido.api.act.Reason#APPROVER_MISSING}. */
  APPROVER_MISSING(1129, true, "An approver other than the operator must be named."),
  /** See {@link org.ichido.api.act.Reason#NOT_CANCELLABLE}. */
  NOT_CANCELLABLE(1130, true, "The request, or what became of it, cannot be cancelled."),
  /** See {@link org.ichido.api.act.Reason#ALREADY_EXISTS}. */
  ALREADY_EXISTS(1131, true, "There is one of this id already, with other content."),
  /** See {@link org.ichido.api.act.Reason#UNKNOWN}. */
  UNKNOWN(1132, true, "There is no such contract or user."),
  /** See {@link org.ichido.api.act.Reason#CONTRACT_CLOSED}. */
  CONTRACT_CLOSED(1133, true, "The contract is closed."),
  /** See {@link org.ichido.api.act.Reason#DATE_IN_PAST}. */
  DATE_IN_PAST(1134, true, "The day is before today, or before one that was told already."),
  /** See {@link org.ichido.api.act.Reason#BUSINESS_OPEN}. */
  BUSINESS_OPEN(1135, true, "The business of another day is open. Close it first."),
  /** See {@link org.ichido.api.act.Reason#GROUNDS_MISSING}. */
  GROUNDS_MISSING(1136, true, "The reason or the number of the written request is missing."),
  /** See {@link org.ichido.api.act.Reason#NOT_THE_FIRST}. */
  NOT_THE_FIRST(
      1137, true, "The contract has, or had, a hard token: the kind of what follows is ADD."),
  /** See {@link org.ichido.api.act.Reason#FIRST_MISSING}. */
  FIRST_MISSING(
      1138, true, "The contract never had a hard token: the kind of the first order is FIRST."),
  /** See {@link org.ichido.api.act.Reason#NOT_IN_STOCK}. */
  NOT_IN_STOCK(1139, true, "The device is not in stock."),
  /** See {@link org.ichido.api.act.Reason#ORDER_OPEN}. */
  ORDER_OPEN(1140, true, "In the place of that device another one is on order already."),
  /** See {@link org.ichido.api.act.Reason#NO_SUCH_ORDER}. */
  NO_SUCH_ORDER(1141, true, "The contract has no such order, or none in a state that this is for."),
  /** See {@link org.ichido.api.act.Reason#NO_ACCOUNT}. */
  NO_ACCOUNT(1142, true, "The order is chargeable and the contract has no representative account."),
  /** See {@link org.ichido.api.act.Reason#FEE_UNSETTLED}. */
  FEE_UNSETTLED(1143, true, "The fee is not debited yet, or nobody knows yet whether it is."),
  /** See {@link org.ichido.api.act.Reason#FEE_UNPAID}. */
  FEE_UNPAID(1144, true, "The account was not debited. Cancel the order."),
  /** See {@link org.ichido.api.act.Reason#NOTHING_TO_SKIP}. */
  NOTHING_TO_SKIP(1145, true, "No registration is due, or the user has a token."),
  /** See {@link org.ichido.api.act.Reason#SKIP_OVER}. */
  SKIP_OVER(1146, true, "The time in which the registration can be skipped is over."),
  /** The layout's version is not known. */
  UNSUPPORTED_VERSION(8001, true, "The version of the layout is not known."),
  /** The record type is not known. */
  UNKNOWN_TYPE(8002, true, "The record type is not known. The reply is the header alone."),
  /** The length field, the message and the record type do not agree. */
  LENGTH_MISMATCH(8003, true, "Length field, message length and record type do not agree."),
  /** The kind is not request. */
  NOT_A_REQUEST(8004, true, "The kind is not Q."),
  /** Production met training. */
  ENVIRONMENT_MISMATCH(8005, true, "A training record in production, or the reverse."),
  /** The record type belongs to another queue. */
  WRONG_QUEUE(8006, true, "This record type belongs on another queue."),
  /** The requester may not send this record type. */
  NOT_PERMITTED(8007, true, "The requester may not send this record type."),
  /** The record's bank is not the queue's bank. */
  BANK_MISMATCH(8008, true, "The record's bank is not the bank of the queue."),
  /** Sent before the inbox horizon. */
  REQUEST_TOO_OLD(
      8009,
      true,
      "Sent so long ago that its answer is no longer remembered, or before a backup of Ichido's"
          + " database was put back; for some time after that, any resend whose answer is lost."),
  /** Sent later than now. */
  SENT_IN_FUTURE(8010, true, "Sent later than our clock says, beyond the tolerance."),
  /** The request id was used before with other content. */
  DUPLICATE_KEY_MISMATCH(8011, true, "The request id was used before with other content."),
  /** A field holds what is no single-byte character of a record. */
  FIELD_CHARACTERS(
      8101, true, "The field holds a byte that is no half-width character of a record."),
  /** A text field begins with a space. */
  FIELD_NOT_JUSTIFIED(8102, true, "The text begins with a space: it must be left-justified."),
  /** A PIC 9 field holds something else than digits. */
  FIELD_NOT_NUMERIC(8103, true, "The PIC 9 field holds something else than digits."),
  /** A required field is blank. */
  FIELD_MISSING(8104, true, "The field is required and is blank."),
  /** A field's value is not well-formed. */
  FIELD_VALUE(8105, true, "The field's value is not well-formed."),
  /** The message is none of our records. */
  NOT_A_RECORD(8901, false, "Too short for a header, or no eye-catcher in this CCSID."),
  /** The coded character set is not supported. */
  UNSUPPORTED_CCSID(8902, false, "The message's CCSID is not supported."),
  /** The request had expired. */
  REQUEST_EXPIRED(8903, false, "The request had expired when it was read; it was not judged."),
  /** On the queue for what core banking answers about fees. */
  NOT_A_REPLY(8904, false, "On the queue for replies about fees, and the kind is not R."),
  /** An answer about a fee that nobody asked about. */
  NOT_OURS(8905, false, "There is no such order, or core banking was asked nothing about it.");

  private final int code;
  private final boolean replied;
  private final String meaning;

  /**
   * @param reason why an act was refused
   * @return its code
   */
  static ReasonCode of(Reason reason) {
    return switch (reason) {
      case NOT_LOCKED -> NOT_LOCKED;
      case NOT_FOUND -> NOT_FOUND;
      case FORBIDDEN -> FORBIDDEN;
      case NOT_ENTITLED -> NOT_ENTITLED;
      case NEW_CONTRACTS_CLOSED -> NEW_CONTRACTS_CLOSED;
      case COOLDOWN -> COOLDOWN;
      case TOKEN_STILL_BOUND -> TOKEN_STILL_BOUND;
      case EMAIL_MISMATCH -> EMAIL_MISMATCH;
      case EMAIL_FORM -> EMAIL_FORM;
      case PASSWORD_MISMATCH -> PASSWORD_MISMATCH;
      case PASSWORD_FORM -> PASSWORD_FORM;
      case CONSENT_MISSING -> CONSENT_MISSING;
      case DEVICE_CLASS_RETIRED -> DEVICE_CLASS_RETIRED;
      case DEVICE_FULL -> DEVICE_FULL;
      case APP_KEY_FORM -> APP_KEY_FORM;
      case NAME_FORM -> NAME_FORM;
      case DOWNLOAD_LIMIT -> DOWNLOAD_LIMIT;
      case NO_CARD -> NO_CARD;
      case PASSWORD_NOT_CONFIRMED -> PASSWORD_NOT_CONFIRMED;
      case PHONE_FAILED -> PHONE_FAILED;
      case CODE_REFUSED -> CODE_REFUSED;
      case ALREADY_SUSPENDED -> ALREADY_SUSPENDED;
      case NOT_SUSPENDED -> NOT_SUSPENDED;
      case RENEWAL_NOT_OPEN -> RENEWAL_NOT_OPEN;
      case NOT_RENEWABLE -> NOT_RENEWABLE;
      case NOT_SYNCHRONISED -> NOT_SYNCHRONISED;
      case NOTHING_TO_APPROVE -> NOTHING_TO_APPROVE;
      case SELF_APPROVAL -> SELF_APPROVAL;
      case APPROVER_MISSING -> APPROVER_MISSING;
      case NOT_CANCELLABLE -> NOT_CANCELLABLE;
      case ALREADY_EXISTS -> ALREADY_EXISTS;
      case UNKNOWN -> UNKNOWN;
      case CONTRACT_CLOSED -> CONTRACT_CLOSED;
      case DATE_IN_PAST -> DATE_IN_PAST;
      case BUSINESS_OPEN -> BUSINESS_OPEN;
      case GROUNDS_MISSING -> GROUNDS_MISSING;
      case NOT_THE_FIRST -> NOT_THE_FIRST;
      case FIRST_MISSING -> FIRST_MISSING;
      case NOT_IN_STOCK -> NOT_IN_STOCK;
      case ORDER_OPEN -> ORDER_OPEN;
      case NO_SUCH_ORDER -> NO_SUCH_ORDER;
      case NO_ACCOUNT -> NO_ACCOUNT;
      case FEE_UNSETTLED -> FEE_UNSETTLED;
      case FEE_UNPAID -> FEE_UNPAID;
      case NOTHING_TO_SKIP -> NOTHING_TO_SKIP;
      case SKIP_OVER -> SKIP_OVER;
    };
  }

  ReasonCode(int code, boolean replied, String meaning) {
    this.code = code;
    this.replied = replied;
    this.meaning = meaning;
  }

  /**
   * @return the number in the field {@code ICH-RESPONSE-CODE}, 0 to 9999
   */
  public int code() {
    return code;
  }

  /**
   * @return whether a reply can carry it; if not, it is the reason for which there is none
   */
  public boolean replied() {
    return replied;
  }

  /**
   * @return what it means, in a sentence for programmers
   */
  public String meaning() {
    return meaning;
  }

  /**
   * @return whether a reply with it names the wrong field as its reason, instead of this word
   */
  public boolean namesField() {
    return code / 100 == 81;
  }
}
