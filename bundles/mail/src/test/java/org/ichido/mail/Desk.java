package org.ichido.mail;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ichido.api.BankId;
import org.ichido.api.Health;
import org.ichido.spi.notice.Delivery;
import org.ichido.spi.notice.Notice;

/** Notices, configurations and the component, as the tests need them. */
final class Desk {
  static final Instant NOW = Instant.parse("2026-11-22T01:02:03Z");
  static final String SENDER = "mirai@otp-auth.net";

  /** The sample of the bank's own page (S1-3). */
  static final String RECIPIENT = "kansai@mirai.jp";

  static final String SUBJECT = "【かんさいみらい】ワンタイムパスワード トークン発行のお知らせ 𠮷";
  static final String BODY = "髙橋 様\n\nサービスID: 12345678\nユーザID:  87654321\n～①㈱ｶﾅ\n";

  private Desk() {}

  static Notice notice() {
    return new Notice(new BankId("mirai"), "n-1", SENDER, RECIPIENT, SUBJECT, BODY);
  }

  static Notice to(String recipient) {
    return new Notice(new BankId("mirai"), "n-1", SENDER, recipient, SUBJECT, BODY);
  }

  /** A configuration for a server on this machine, with some keys otherwise. */
  static Map<String, Object> configuration(int port, String... keysAndValues) {
    Map<String, Object> keys = new HashMap<>();
    keys.put("host", "127.0.0.1");
    keys.put("port", Integer.toString(port));
    keys.put("security", "none");
    keys.put("user", "");
    keys.put("ehlo", "otp.bank.example");
    keys.put("timeout.connect", "20 s");
    keys.put("timeout.read", "20 s");
    keys.put("timeout.write", "20 s");
    keys.put("timeout.whole", "60 s");
    keys.put("service.pid", "org.ichido.mail");
    keys.put("felix.fileinstall.filename", "file:etc/org.ichido.mail.cfg");
    for (int i = 0; i < keysAndValues.length; i += 2) {
      keys.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return keys;
  }

  static SmtpNotifier notifier(int port, String... keysAndValues) {
    return on(new SmtpNotifier(configuration(port, keysAndValues)));
  }

  static SmtpNotifier on(SmtpNotifier notifier) {
    notifier.clock = Clock.fixed(NOW, ZoneOffset.UTC);
    return notifier;
  }

  static Delivery send(int port, String... keysAndValues) {
    return notifier(port, keysAndValues).send(notice());
  }

  static String why(Delivery delivery) {
    if (delivery instanceof Delivery.Postponed postponed) {
      return postponed.why();
    }
    if (delivery instanceof Delivery.Refused refused) {
      return refused.why();
    }
    throw new AssertionError("it was sent");
  }

  static Health health(SmtpNotifier notifier) {
    List<Health> all = notifier.health();
    if (all.size() != 1) {
      throw new AssertionError(all);
    }
    return all.get(0);
  }

  /** A port on which nobody listens. */
  static int deadPort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
