package org.ichido.testkit.host;

/**
 * What an internet-banking channel asks. Each record is whole and has an id of its own; what a test
 * wants otherwise, or may be left blank, it moves over that. Thread-safe.
 *
 * @param host who makes them
 * @param ids their names
 */
public record ChannelRecords(BankHost host, RequestIds ids) {
  /** The stage at which a login stands. */
  private static final String LOGIN = "LOGIN";

  /**
   * @param customer who wants to do something
   * @param operation what, as the bank's operation table names it
   * @param stage {@code SUBMIT}, {@code APPROVE} or {@code LOGIN}
   * @return asks whether that needs a code; no fact is known
   */
  public HostRecord next(Customer customer, String operation, String stage) {
    return about(RecordType.NEXT, customer)
        .move("ICH-OPERATION", operation)
        .move("ICH-STAGE", stage);
  }

  /**
   * @param customer who logs in
   * @return asks whether that needs a code, and what the customer has to do next
   */
  public HostRecord atLogin(Customer customer) {
    return next(customer, LOGIN, LOGIN);
  }

  /**
   * @param customer who typed a code
   * @param operation what for
   * @param stage at which stage of it
   * @param code what was typed
   * @return asks whether it is right
   */
  public HostRecord verify(Customer customer, String operation, String stage, String code) {
    return about(RecordType.VERIFY, customer)
        .move("ICH-OPERATION", operation)
        .move("ICH-STAGE", stage)
        .move("ICH-CODE", code);
  }

  /**
   * @param customer who wants a token
   * @param mail where the mail shall go; both entries are alike
   * @param password the activation password, encrypted to the transport key; both entries are alike
   * @return asks for a token
   */
  public HostRecord issue(Customer customer, String mail, String password) {
    return form(RecordType.ISSUE, customer, mail, password);
  }

  /**
   * @param customer who wants a token on a new phone
   * @param mail as in {@link #issue}
   * @param password as in {@link #issue}
   * @return asks for it; card, confirmation password and phone are proved
   */
  public HostRecord reissue(Customer customer, String mail, String password) {
    return form(RecordType.REISSUE, customer, mail, password)
        .move("ICH-CARD-PROVED", "Y")
        .move("ICH-PASSWORD-PROVED", "Y")
        .move("ICH-PHONE-PROVED", "Y");
  }

  private HostRecord form(RecordType type, Customer customer, String mail, String password) {
    return about(type, customer)
        .move("ICH-MAIL", mail)
        .move("ICH-MAIL-REPEATED", mail)
        .move("ICH-PASSWORD", password)
        .move("ICH-PASSWORD-REPEATED", password);
  }

  /**
   * @param customer who has the token
   * @param code the first code, as typed
   * @return confirms the token
   */
  public HostRecord confirm(Customer customer, String code) {
    return about(RecordType.CONFIRM, customer).move("ICH-CODE", code);
  }

  /**
   * @param actor who revokes
   * @param target whose token, under the same contract; may be the same user
   * @param code a current code of the actor
   * @return revokes it
   */
  public HostRecord revoke(Customer actor, String target, String code) {
    return act(RecordType.REVOKE_BY_USER, actor, target, code);
  }

  /**
   * @param actor who unlocks
   * @param target whose token, under the same contract
   * @param code a current code of the actor
   * @return unlocks it
   */
  public HostRecord unlock(Customer actor, String target, String code) {
    return act(RecordType.UNLOCK_BY_USER, actor, target, code);
  }

  /**
   * @param customer whose enrolment it is
   * @param asked what began it
   * @return undoes that, before it is confirmed
   */
  public HostRecord cancel(Customer customer, HostRecord asked) {
    return about(RecordType.CANCEL, customer)
        .move("ICH-ORIG-REQUEST-ID", asked.get("ICH-REQUEST-ID"));
  }

  /**
   * @param customer who has a hard token in hand
   * @param serial what is printed on it
   * @param code what it shows
   * @return registers it for this customer
   */
  public HostRecord registerDevice(Customer customer, String serial, String code) {
    return about(RecordType.REGISTER_DEVICE, customer)
        .move("ICH-SERIAL", serial)
        .move("ICH-DEVICE-CODE", code);
  }

  /**
   * @param customer who has none in hand yet
   * @return postpones the registration
   */
  public HostRecord skipRegistration(Customer customer) {
    return about(RecordType.SKIP_REGISTRATION, customer);
  }

  private HostRecord act(RecordType type, Customer actor, String target, String code) {
    return about(type, actor).move("ICH-TARGET-USER", target).move("ICH-CODE", code);
  }

  private HostRecord about(RecordType type, Customer customer) {
    return ids.request(host, type).about(customer);
  }
}
