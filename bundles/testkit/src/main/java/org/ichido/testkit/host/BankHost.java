package org.ichido.testkit.host;

import java.time.Instant;
import java.time.InstantSource;

/**
 * A bank's host, whose programs all fill the header of their requests alike: environment training,
 * channel PC, no resend. A test moves something else over what it wants otherwise. Thread-safe if
 * its clock is.
 *
 * @param bank the four characters of {@code bank.code} in the bank's profile
 * @param clock the time on the host; in a container that runs on a driven clock, that one, because
 *     Ichido refuses what was sent too long ago or in the future
 */
public record BankHost(String bank, InstantSource clock) {
  /**
   * @param type the record type
   * @param requestId the program's own name for the request; the same request again has the same
   *     one, and no other request may have it for as long as the profile's {@code inbox.horizon}
   * @return the record; what it is about and its body are still to be moved in
   */
  public HostRecord request(RecordType type, String requestId) {
    return request(type.requestBody(), type.code(), requestId);
  }

  /**
   * @param body the copybook of the body, such as {@code ICHVFQ}
   * @param type the record type, such as {@code VRFY}
   * @param requestId as in {@link #request(RecordType, String)}
   * @return the record; contract, user and body are still to be moved in
   */
  public HostRecord request(String body, String type, String requestId) {
    Instant now = clock.instant();
    HostRecord record = new HostRecord(body);
    return record
        .move("ICH-EYECATCHER", "ICHI")
        .move("ICH-VERSION", "01")
        .move("ICH-RECORD-LENGTH", Integer.toString(record.length()))
        .move("ICH-RECORD-TYPE", type)
        .move("ICH-KIND", "Q")
        .move("ICH-ENVIRONMENT", "T")
        .move("ICH-SOURCE", "HOST")
        .move("ICH-DESTINATION", "ICHIDO")
        .move("ICH-BANK", bank)
        .move("ICH-CHANNEL", "PC")
        .move("ICH-BUSINESS-DATE", JapanTime.day(now))
        .move("ICH-SENT-AT", now)
        .move("ICH-SERIAL-NUMBER", "1")
        .move("ICH-REQUEST-ID", requestId)
        .move("ICH-RESEND", "N");
  }

  /**
   * @param requestId as in {@link #request(RecordType, String)}
   * @param contract the customer's contract
   * @param user the user under it
   * @param code what the customer typed
   * @return the whole record that asks whether the code is right, for a transfer that is submitted
   */
  public HostRecord verify(String requestId, String contract, String user, String code) {
    return request(RecordType.VERIFY, requestId)
        .move("ICH-CONTRACT", contract)
        .move("ICH-USER", user)
        .move("ICH-OPERATION", "TRANSFER")
        .move("ICH-STAGE", "SUBMIT")
        .move("ICH-CODE", code);
  }

  /**
   * @param requestId as in {@link #request(RecordType, String)}
   * @param asked an earlier request of the same program
   * @return asks what became of it
   */
  public HostRecord inquire(String requestId, HostRecord asked) {
    return request(RecordType.INQUIRE, requestId)
        .move("ICH-ORIG-REQUEST-ID", asked.get("ICH-REQUEST-ID"));
  }

  /**
   * @param requestId as in {@link #request(RecordType, String)}
   * @param text any text
   * @return asks whether Ichido is there
   */
  public HostRecord echo(String requestId, String text) {
    return request(RecordType.ECHO, requestId).move("ICH-ECHO-TEXT", text);
  }
}
