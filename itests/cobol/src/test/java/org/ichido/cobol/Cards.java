package org.ichido.cobol;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ichido.testkit.host.HostRecord;
import org.ichido.testkit.host.RecordType;

/** What the bank has to know so that one of its programs makes a certain request. */
final class Cards {
  /** By the names of our fields without ICH-, where the bank calls them otherwise. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("ACT-REASON", "REASON"),
          Map.entry("PAPER-NUMBER", "PAPER"),
          Map.entry("BUSINESS-DATE", "DAY"),
          Map.entry("SENT-AT", "NOW"),
          Map.entry("SERIAL-NUMBER", "NUMBER"),
          Map.entry("ORIG-BUSINESS-DATE", "ORIG-DAY"),
          Map.entry("ORIG-SERIAL-NUMBER", "ORIG-NUMBER"),
          Map.entry("DEVICE-CODE", "CODE"),
          Map.entry("FIRST-CODE", "CODE"),
          Map.entry("APPROVAL-IN-USE", "APPROVED"),
          Map.entry("PAYEE-REGISTERED", "REGISTERED"),
          Map.entry("PRIVATE-BILLER", "PRIVATE"),
          Map.entry("PAYEE-LAST-PAID", "LAST-PAID"),
          Map.entry("MAIL-REPEATED", "MAIL"),
          Map.entry("PASSWORD-REPEATED", "PASSWORD"),
          Map.entry("CARD-PROVED", "PROVED"),
          Map.entry("PASSWORD-PROVED", "PROVED"),
          Map.entry("PHONE-PROVED", "PROVED"),
          Map.entry("TARGET-USER", "TARGET"),
          Map.entry("ORIG-REQUEST-ID", "OTHER-ID"),
          Map.entry("ASKED-REQUEST-ID", "OTHER-ID"),
          Map.entry("ORDER-SERIAL", "SERIAL"),
          Map.entry("LOCKED-SERIAL", "SERIAL"),
          Map.entry("REPLACED-SERIAL", "REPLACED"),
          Map.entry("ORDER-KIND", "KIND"),
          Map.entry("ASKED-ORDER-NUMBER", "ORDER"),
          Map.entry("FEE-BOOKED", "BOOKED"),
          Map.entry("SERVICE-ID", "SERVICE"),
          Map.entry("ACTIVATION-USER-ID", "ACTIVATION"),
          Map.entry("CONTRACT-BRANCH", "KEPT-BY"),
          Map.entry("TOTALS-BRANCH", "KEPT-BY"),
          Map.entry("CHECK-BRANCH", "KEPT-BY"),
          Map.entry("CONTRACT-DAY", "SINCE"),
          Map.entry("CONTRACT-METHOD", "METHOD"),
          Map.entry("TOTALS-TYPE", "COUNTED-TYPE"),
          Map.entry("THEIR-CONTRACTS", "CONTRACTS"),
          Map.entry("THEIR-USERS", "USERS"),
          Map.entry("THEIR-TOKENS", "TOKENS"),
          Map.entry("THEIR-DEBITS", "DEBITS"),
          Map.entry("THEIR-DEBIT-YEN", "DEBIT-YEN"),
          Map.entry("THEIR-REFUNDS", "REFUNDS"),
          Map.entry("THEIR-REFUND-YEN", "REFUND-YEN"),
          Map.entry("ECHO-TEXT", "TEXT"));

  private Cards() {}

  /** The values in a request: numbers without their zeros, since COBOL has to put them there. */
  static Map<String, String> of(HostRecord request) {
    Map<String, String> cards = new LinkedHashMap<>();
    String body = RecordType.of(request.get("ICH-RECORD-TYPE")).requestBody();
    for (String book : new String[] {Probe.HEADER, body}) {
      for (Copybook.Field field : Copybook.read(book).fields()) {
        String value = request.get(field.name());
        if (field.numeric()) {
          value = value.replaceFirst("^0+", "");
        }
        String name = field.name().substring("ICH-".length());
        if (!value.isEmpty() && !Programs.SETS.contains(name)) {
          cards.put(NAMES.getOrDefault(name, name), value);
        }
      }
    }
    return cards;
  }
}
