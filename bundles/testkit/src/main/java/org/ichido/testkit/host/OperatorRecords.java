package org.ichido.testkit.host;

/**
 * What one operator of the bank asks. The records name a reason and a paper, and no approver: move
 * {@code ICH-APPROVER} where the profile wants one named. Thread-safe.
 *
 * @param host who makes them
 * @param ids their names
 * @param operator who acts
 */
public record OperatorRecords(BankHost host, RequestIds ids, String operator) {
  /**
   * @param customer whose token is locked
   * @return unlocks it
   */
  public HostRecord unlock(Customer customer) {
    return about(RecordType.UNLOCK, customer);
  }

  /**
   * @param customer whose token it is
   * @return revokes it
   */
  public HostRecord revoke(Customer customer) {
    return about(RecordType.REVOKE, customer);
  }

  /**
   * @param customer whose token it is
   * @return suspends it
   */
  public HostRecord suspend(Customer customer) {
    return about(RecordType.SUSPEND, customer);
  }

  /**
   * @param customer whose token is suspended
   * @return lifts that
   */
  public HostRecord liftSuspension(Customer customer) {
    return about(RecordType.LIFT_SUSPENSION, customer);
  }

  /**
   * @param customer who had as many downloads as the profile lets
   * @return lets as many again
   */
  public HostRecord releaseDownloads(Customer customer) {
    return about(RecordType.RELEASE_DOWNLOADS, customer);
  }

  /**
   * @param customer whose phone may be off
   * @param first a code
   * @param second the one after it
   * @return measures how far it is off
   */
  public HostRecord resynchronise(Customer customer, String first, String second) {
    return about(RecordType.RESYNCHRONISE, customer)
        .move("ICH-FIRST-CODE", first)
        .move("ICH-SECOND-CODE", second);
  }

  /**
   * @param customer who is asked about
   * @return asks how things stand
   */
  public HostRecord describe(Customer customer) {
    return about(RecordType.DESCRIBE, customer);
  }

  /**
   * @param asked what another operator sent and was answered 0001
   * @return approves it
   */
  public HostRecord approve(HostRecord asked) {
    return acting(RecordType.APPROVE).move("ICH-ASKED-REQUEST-ID", asked.get("ICH-REQUEST-ID"));
  }

  /**
   * @param contract whom a hard token is for; no user is said
   * @param kind {@code FIRST} or {@code ADD}
   * @param serial the device in stock
   * @return orders it; the reply has the number in ICH-ORDER-NUMBER
   */
  public HostRecord placeOrder(String contract, String kind, String serial) {
    return of(RecordType.PLACE_ORDER, contract)
        .move("ICH-ORDER-KIND", kind)
        .move("ICH-ORDER-SERIAL", serial);
  }

  /**
   * @param contract as in {@link #placeOrder(String, String, String)}
   * @param kind {@code EXCHANGE}, {@code REISSUE_LOST} or {@code REISSUE_STOLEN}
   * @param serial the device in stock
   * @param replaced the device in whose place it comes
   * @return orders it
   */
  public HostRecord placeOrder(String contract, String kind, String serial, String replaced) {
    return placeOrder(contract, kind, serial).move("ICH-REPLACED-SERIAL", replaced);
  }

  /**
   * @param contract whose order
   * @param order its number
   * @return says that the device was sent
   */
  public HostRecord shipOrder(String contract, long order) {
    return about(RecordType.SHIP_ORDER, contract, order);
  }

  /**
   * @param contract whose order
   * @param order its number
   * @return says that the mail came back
   */
  public HostRecord returnOrder(String contract, long order) {
    return about(RecordType.RETURN_ORDER, contract, order);
  }

  /**
   * @param contract whose order
   * @param order its number
   * @return takes it back
   */
  public HostRecord cancelOrder(String contract, long order) {
    return about(RecordType.CANCEL_ORDER, contract, order);
  }

  /**
   * @param contract whose order
   * @param order its number
   * @param booked whether core banking booked what nobody knew of
   * @return settles the fee
   */
  public HostRecord settleFee(String contract, long order, boolean booked) {
    return about(RecordType.SETTLE_FEE, contract, order).move("ICH-FEE-BOOKED", booked ? "Y" : "N");
  }

  /**
   * @param contract whose device
   * @param serial what is printed on it
   * @return unlocks it for whoever uses it
   */
  public HostRecord unlockDevice(String contract, String serial) {
    return of(RecordType.UNLOCK_DEVICE, contract).move("ICH-LOCKED-SERIAL", serial);
  }

  private HostRecord about(RecordType type, String contract, long order) {
    return of(type, contract).move("ICH-ASKED-ORDER-NUMBER", Long.toString(order));
  }

  private HostRecord of(RecordType type, String contract) {
    return acting(type).move("ICH-CONTRACT", contract);
  }

  private HostRecord about(RecordType type, Customer customer) {
    return acting(type).about(customer);
  }

  private HostRecord acting(RecordType type) {
    return ids.request(host, type)
        .move("ICH-BRANCH", "012")
        .move("ICH-OPERATOR", operator)
        .move("ICH-ACT-REASON", "TEST")
        .move("ICH-PAPER-NUMBER", "P-2027-001");
  }
}
