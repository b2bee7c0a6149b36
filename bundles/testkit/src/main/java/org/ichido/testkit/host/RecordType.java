package org.ichido.testkit.host;

import java.util.Arrays;

/**
 * The records by which Ichido is asked, and those by which it asks core banking about fees: the
 * type in the header, and the copybooks of the bodies.
 */
public enum RecordType {
  VERIFY("VRFY", "ICHVFQ", "ICHVFR"),
  NEXT("NEXT", "ICHNXQ", "ICHNXR"),
  ISSUE("ISSU", "ICHISQ", "ICHACR"),
  REISSUE("REIS", "ICHRIQ", "ICHACR"),
  CONFIRM("CONF", "ICHCFQ", "ICHVFR"),
  REVOKE_BY_USER("RVKU", "ICHUAQ", "ICHACR"),
  UNLOCK_BY_USER("UNLU", "ICHUAQ", "ICHACR"),
  CANCEL("CNCL", "ICHOGQ", "ICHACR"),
  REGISTER_DEVICE("HREG", "ICHHRQ", "ICHACR"),
  SKIP_REGISTRATION("SKIP", "ICHOPQ", "ICHACR"),
  UNLOCK("UNLK", "ICHOPQ", "ICHACR"),
  REVOKE("RVKO", "ICHOPQ", "ICHACR"),
  SUSPEND("SUSP", "ICHOPQ", "ICHACR"),
  LIFT_SUSPENSION("RESM", "ICHOPQ", "ICHACR"),
  RELEASE_DOWNLOADS("RLSE", "ICHOPQ", "ICHACR"),
  RESYNCHRONISE("RSYN", "ICHRSQ", "ICHACR"),
  APPROVE("APRV", "ICHAPQ", "ICHACR"),
  DESCRIBE("DESC", "ICHDSQ", "ICHDSR"),
  PLACE_ORDER("HORD", "ICHODQ", "ICHACR"),
  SHIP_ORDER("HSHP", "ICHONQ", "ICHACR"),
  RETURN_ORDER("HRTN", "ICHONQ", "ICHACR"),
  CANCEL_ORDER("HCNL", "ICHONQ", "ICHACR"),
  SETTLE_FEE("HFEE", "ICHONQ", "ICHACR"),
  UNLOCK_DEVICE("HULK", "ICHHSQ", "ICHACR"),
  ACTIVATE("ACTV", "ICHATQ", "ICHATR"),
  RENAME("RENM", "ICHRNQ", "ICHACR"),
  RENEW("RENW", "ICHRWQ", "ICHACR"),
  OPEN_CONTRACT("CTRO", "ICHCTQ", "ICHACR"),
  CLOSE_CONTRACT("CTRC", "ICHCTQ", "ICHACR"),
  CHANGE_METHOD("CTRM", "ICHCTQ", "ICHACR"),
  MOVE_BRANCH("CTRB", "ICHCTQ", "ICHACR"),
  CHANGE_ACCOUNT("CTRA", "ICHCTQ", "ICHACR"),
  ADD_USER("USRA", "ICHUSQ", "ICHACR"),
  REMOVE_USER("USRR", "ICHUSQ", "ICHACR"),
  CHANGE_ROLE("USRC", "ICHUSQ", "ICHACR"),
  OPEN_BUSINESS("BOPN", "ICHOPQ", "ICHBDR"),
  CLOSE_BUSINESS("BCLS", "ICHOPQ", "ICHBDR"),
  TOTALS("DAYT", "ICHDTQ", "ICHDTR"),
  COUNT_CHECK("CCHK", "ICHCCQ", "ICHCCR"),
  RESEND_EVENTS("RSND", "ICHSNQ", "ICHSNR"),
  COMPARE_BOOKS("FEEB", "ICHFBQ", "ICHFBR"),
  INQUIRE("INQY", "ICHOGQ", "ICHIQR"),
  ECHO("ECHO", "ICHECQ", "ICHECR"),
  /** Ichido has a fee debited; core banking answers. */
  DEBIT("DBIT", "ICHDBQ", "ICHDBR"),
  /** Ichido has it paid back. */
  REFUND("RFND", "ICHDBQ", "ICHDBR"),
  /** Ichido asks what became of one of the two. */
  DEBIT_INQUIRY("DINQ", "ICHDBQ", "ICHDBR");

  private final String code;
  private final String request;
  private final String reply;

  RecordType(String code, String request, String reply) {
    this.code = code;
    this.request = request;
    this.reply = reply;
  }

  /**
   * @param code what stands in ICH-RECORD-TYPE
   * @return the type
   * @throws IllegalArgumentException if it is none
   */
  public static RecordType of(String code) {
    return Arrays.stream(values())
        .filter(type -> type.code.equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no record type " + code));
  }

  /**
   * @return what stands in ICH-RECORD-TYPE
   */
  public String code() {
    return code;
  }

  /**
   * @return the copybook of the request's body
   */
  public String requestBody() {
    return request;
  }

  /**
   * @return the copybook of the reply's body
   */
  public String replyBody() {
    return reply;
  }
}
