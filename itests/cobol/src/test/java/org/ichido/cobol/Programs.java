package org.ichido.cobol;

import java.util.Set;
import org.ichido.spi.transport.QueueRole;
import org.ichido.spi.transport.RequestType;
import org.ichido.testkit.host.RecordType;

/** Which program of the bank is on the other side of which of our queues. */
final class Programs {
  /** What a program sets by itself, and needs no card for. */
  static final Set<String> SETS =
      Set.of(
          "EYECATCHER",
          "VERSION",
          "RECORD-LENGTH",
          "RECORD-TYPE",
          "KIND",
          "DESTINATION",
          "RESPONSE-CODE");

  private Programs() {}

  /** The program that asks that. */
  static String asking(RequestType type) {
    if (type.comesBy(QueueRole.REQUEST)) {
      return "BANKCHAN";
    }
    if (type.comesBy(QueueRole.OPERATOR)) {
      return "BANKBRAN";
    }
    return type.comesBy(QueueRole.APP) ? "BANKAPPS" : "BANKCORE";
  }

  /** The program that asks that. */
  static String asking(RecordType type) {
    return asking(RequestType.valueOf(type.name()));
  }
}
