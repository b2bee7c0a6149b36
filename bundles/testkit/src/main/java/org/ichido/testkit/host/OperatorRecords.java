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
