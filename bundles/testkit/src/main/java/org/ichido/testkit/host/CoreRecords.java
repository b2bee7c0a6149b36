package org.ichido.testkit.host;

import java.time.LocalDate;

/**
 * What core banking tells of contracts and users, and of the business day. Thread-safe.
 *
 * @param host who makes them
 * @param ids their names
 */
public record CoreRecords(BankHost host, RequestIds ids) {
  /**
   * @param contract a new contract of branch 012
   * @param opened when it was opened
   * @param method {@code NONE}, {@code SOFT}, {@code HARD}, {@code TXN_AUTH}; blank for what the
   *     bank's profile gives new contracts
   * @return tells of it; it has no account yet
   */
  public HostRecord openContract(String contract, LocalDate opened, String method) {
    return told(RecordType.OPEN_CONTRACT, contract)
        .move("ICH-CONTRACT-BRANCH", "012")
        .move("ICH-CONTRACT-DAY", opened)
        .move("ICH-CONTRACT-METHOD", method);
  }

  /**
   * @param contract a contract
   * @param closed when it was closed
   * @return tells so
   */
  public HostRecord closeContract(String contract, LocalDate closed) {
    return told(RecordType.CLOSE_CONTRACT, contract).move("ICH-CONTRACT-DAY", closed);
  }

  /**
   * @param contract a contract
   * @param method as in {@link #openContract}, not blank
   * @param from the first day on which it holds
   * @return changes it
   */
  public HostRecord changeMethod(String contract, String method, LocalDate from) {
    return told(RecordType.CHANGE_METHOD, contract)
        .move("ICH-CONTRACT-METHOD", method)
        .move("ICH-CONTRACT-DAY", from);
  }

  /**
   * @param contract a contract
   * @param branch the branch that keeps it from now on
   * @return tells so
   */
  public HostRecord moveBranch(String contract, String branch) {
    return told(RecordType.MOVE_BRANCH, contract).move("ICH-CONTRACT-BRANCH", branch);
  }

  /**
   * @param contract a contract
   * @param number seven digits, an ordinary account of branch 012
   * @param name its holder in half-width kana
   * @return makes it the representative account
   */
  public HostRecord changeAccount(String contract, String number, String name) {
    return told(RecordType.CHANGE_ACCOUNT, contract)
        .move("ICH-ACCOUNT-BRANCH", "012")
        .move("ICH-ACCOUNT-TYPE", "1")
        .move("ICH-ACCOUNT-NUMBER", number)
        .move("ICH-ACCOUNT-NAME", name);
  }

  /**
   * @param customer a new user
   * @param role {@code MASTER}, {@code SUB_ADMIN} or {@code GENERAL}
   * @return tells of it
   */
  public HostRecord addUser(Customer customer, String role) {
    return ids.request(host, RecordType.ADD_USER).about(customer).move("ICH-ROLE", role);
  }

  /**
   * @param customer a user
   * @return takes the user away
   */
  public HostRecord removeUser(Customer customer) {
    return ids.request(host, RecordType.REMOVE_USER).about(customer);
  }

  /**
   * @param customer a user
   * @param role as in {@link #addUser}
   * @return changes it
   */
  public HostRecord changeRole(Customer customer, String role) {
    return ids.request(host, RecordType.CHANGE_ROLE).about(customer).move("ICH-ROLE", role);
  }

  /**
   * @param day a business date
   * @return opens its business
   */
  public HostRecord openBusiness(LocalDate day) {
    return ids.request(host, RecordType.OPEN_BUSINESS).move("ICH-BUSINESS-DATE", day);
  }

  /**
   * @param day a business date
   * @return closes its business
   */
  public HostRecord closeBusiness(LocalDate day) {
    return ids.request(host, RecordType.CLOSE_BUSINESS).move("ICH-BUSINESS-DATE", day);
  }

  /**
   * @param day a business date
   * @return asks how many requests there were, of all branches and types
   */
  public HostRecord totals(LocalDate day) {
    return ids.request(host, RecordType.TOTALS).move("ICH-BUSINESS-DATE", day);
  }

  /**
   * @param contracts that are not closed
   * @param users who were not removed
   * @param tokens that live
   * @return asks whether Ichido has as many, in the whole bank
   */
  public HostRecord countCheck(int contracts, int users, int tokens) {
    return ids.request(host, RecordType.COUNT_CHECK)
        .move("ICH-THEIR-CONTRACTS", Integer.toString(contracts))
        .move("ICH-THEIR-USERS", Integer.toString(users))
        .move("ICH-THEIR-TOKENS", Integer.toString(tokens));
  }

  /**
   * @param from the first number
   * @param to the last one
   * @return has the events of these numbers sent again
   */
  public HostRecord resendEvents(long from, long to) {
    return ids.request(host, RecordType.RESEND_EVENTS)
        .move("ICH-FROM-EVENT", Long.toString(from))
        .move("ICH-TO-EVENT", Long.toString(to));
  }

  /**
   * @param day a business date
   * @param debits how many fees were debited under it
   * @param debitYen their sum
   * @param refunds how many were paid back under it
   * @param refundYen their sum
   * @return asks whether Ichido knows the same
   */
  public HostRecord compareBooks(
      LocalDate day, long debits, long debitYen, long refunds, long refundYen) {
    return ids.request(host, RecordType.COMPARE_BOOKS)
        .move("ICH-BUSINESS-DATE", day)
        .move("ICH-THEIR-DEBITS", Long.toString(debits))
        .move("ICH-THEIR-DEBIT-YEN", Long.toString(debitYen))
        .move("ICH-THEIR-REFUNDS", Long.toString(refunds))
        .move("ICH-THEIR-REFUND-YEN", Long.toString(refundYen));
  }

  private HostRecord told(RecordType type, String contract) {
    return ids.request(host, type).move("ICH-CONTRACT", contract);
  }
}
