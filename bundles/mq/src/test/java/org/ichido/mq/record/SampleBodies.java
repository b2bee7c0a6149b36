package org.ichido.mq.record;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.ichido.spi.transport.RequestType;

/** The bodies of requests in order, every field filled that whoever sends them fills. */
final class SampleBodies {
  /** As long as what RSA of 3,072 bits makes. */
  private static final String CIPHERTEXT = base64(384);

  /** As long as a key of 2,048 bits. */
  private static final String APP_KEY = base64(294);

  private static final String SERIAL = "FX0000004711";

  private SampleBodies() {}

  static HostRecord fill(RequestType type, HostRecord request) {
    return switch (type) {
      case VERIFY -> use(request).with("ICH-CODE", "123456");
      case NEXT ->
          use(request)
              .set("ICH-WILL-NOT-BE-APPROVED")
              .set("ICH-PAYEE-NOT-REGISTERED")
              .set("ICH-BILLER-IS-PRIVATE")
              .with("ICH-PAYEE-LAST-PAID", "20261102");
      case ISSUE -> form(request);
      case REISSUE ->
          form(request)
              .set("ICH-CARD-IS-PROVED")
              .set("ICH-PASSWORD-IS-PROVED")
              .set("ICH-PHONE-IS-PROVED");
      case CONFIRM -> request.with("ICH-CODE", "123456");
      case REVOKE_BY_USER, UNLOCK_BY_USER ->
          request.with("ICH-TARGET-USER", "HANAKO").with("ICH-CODE", "123456");
      case INQUIRE, CANCEL -> request.with("ICH-ORIG-REQUEST-ID", "IB20261124000000041");
      case REGISTER_DEVICE -> request.with("ICH-SERIAL", SERIAL).with("ICH-DEVICE-CODE", "123456");
      case PLACE_ORDER ->
          operator(request)
              .set("ICH-ORDER-IS-FOR-LOST")
              .with("ICH-ORDER-SERIAL", SERIAL)
              .with("ICH-REPLACED-SERIAL", "FX0000000815");
      case SHIP_ORDER, RETURN_ORDER, CANCEL_ORDER ->
          operator(request).with("ICH-ASKED-ORDER-NUMBER", "12");
      case SETTLE_FEE ->
          operator(request).with("ICH-ASKED-ORDER-NUMBER", "12").set("ICH-FEE-WAS-BOOKED");
      case UNLOCK_DEVICE -> operator(request).with("ICH-LOCKED-SERIAL", SERIAL);
      case COMPARE_BOOKS ->
          request
              .with("ICH-THEIR-DEBITS", "3")
              .with("ICH-THEIR-DEBIT-YEN", "6600")
              .with("ICH-THEIR-REFUNDS", "1")
              .with("ICH-THEIR-REFUND-YEN", "2200");
      case UNLOCK, REVOKE, SUSPEND, LIFT_SUSPENSION, RELEASE_DOWNLOADS, DESCRIBE ->
          operator(request);
      case RESYNCHRONISE ->
          operator(request).with("ICH-FIRST-CODE", "123456").with("ICH-SECOND-CODE", "654321");
      case APPROVE -> operator(request).with("ICH-ASKED-REQUEST-ID", "BR20261124000000007");
      case ACTIVATE ->
          pair(request)
              .with("ICH-PASSWORD", CIPHERTEXT)
              .with("ICH-APP-KEY", APP_KEY)
              .with("ICH-DEVICE", "4f2d0c9a-7a44-4b6e-9d1e-2b8f3f6b1c55")
              .set("ICH-ON-SMARTPHONE")
              .with("ICH-TERMS", "2026-04")
              .with("ICH-NAME", name("\u7d4c\u7406\u90e8"));
      case RENAME -> pair(request).with("ICH-NAME", name("\u7dcf\u52d9\u90e8"));
      case RENEW -> pair(request).with("ICH-CODE", "123456");
      case OPEN_CONTRACT ->
          account(
              request
                  .with("ICH-CONTRACT-BRANCH", "007")
                  .with("ICH-CONTRACT-DAY", "20261101")
                  .set("ICH-METHOD-SOFT"));
      case CLOSE_CONTRACT -> request.with("ICH-CONTRACT-DAY", "20261124");
      case CHANGE_METHOD -> request.with("ICH-CONTRACT-DAY", "20261201").set("ICH-METHOD-TXN-AUTH");
      case MOVE_BRANCH -> request.with("ICH-CONTRACT-BRANCH", "011");
      case CHANGE_ACCOUNT -> account(request);
      case ADD_USER -> request.set("ICH-IS-MASTER");
      case CHANGE_ROLE -> request.set("ICH-IS-SUB-ADMIN");
      case REMOVE_USER, OPEN_BUSINESS, CLOSE_BUSINESS, SKIP_REGISTRATION -> request;
      case TOTALS -> request.with("ICH-TOTALS-BRANCH", "007");
      case COUNT_CHECK ->
          request
              .with("ICH-THEIR-CONTRACTS", "1200")
              .with("ICH-THEIR-USERS", "1815")
              .with("ICH-THEIR-TOKENS", "1422");
      case RESEND_EVENTS -> request.with("ICH-FROM-EVENT", "101").with("ICH-TO-EVENT", "105");
      case ECHO -> request.with("ICH-ECHO-TEXT", "ARE YOU THERE");
      case DEBIT_REPLY -> throw new IllegalArgumentException("no request: " + type);
    };
  }

  private static HostRecord use(HostRecord request) {
    return request.with("ICH-OPERATION", "TRANSFER").set("ICH-AT-SUBMIT");
  }

  private static HostRecord form(HostRecord request) {
    return request
        .with("ICH-MAIL", "taro@example.jp")
        .with("ICH-MAIL-REPEATED", "taro@example.jp")
        .with("ICH-PASSWORD", CIPHERTEXT)
        .with("ICH-PASSWORD-REPEATED", CIPHERTEXT);
  }

  private static HostRecord operator(HostRecord request) {
    return request
        .with("ICH-OPERATOR", "OP01")
        .with("ICH-APPROVER", "OP02")
        .with("ICH-ACT-REASON", "LOST")
        .with("ICH-PAPER-NUMBER", "P-2026-0815");
  }

  private static HostRecord pair(HostRecord request) {
    return request
        .with("ICH-SERVICE-ID", "99900001")
        .with("ICH-ACTIVATION-USER-ID", "482915730164");
  }

  private static HostRecord account(HostRecord request) {
    return request
        .with("ICH-ACCOUNT-BRANCH", "007")
        .set("ICH-ORDINARY-ACCOUNT")
        .with("ICH-ACCOUNT-NUMBER", "1234567")
        .with("ICH-ACCOUNT-NAME", "EXAMPLE CO.");
  }

  private static String name(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String base64(int bytes) {
    byte[] counted = new byte[bytes];
    for (int i = 0; i < bytes; i++) {
      counted[i] = (byte) i;
    }
    return Base64.getEncoder().encodeToString(counted);
  }
}
