package org.ichido.transports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ichido.demo.DemoServer;

/**
 * Three of the banks that the distribution brings, in force, and what is changed in their profiles
 * so that nobody waits for months or minutes.
 */
final class ShippedBanks {
  static final List<Bank> ALL = List.of(Bank.KINSAN, Bank.MIRAI, Bank.SHITEN);

  /** In the list of Kinsan's channel, and on no queue manager. */
  static final String MISSING = "KINSAN.CHANNEL.MISSING";

  /** In that list too, and soon full where there is one. */
  static final String SMALL = "KINSAN.CHANNEL.SMALL";

  private ShippedBanks() {}

  static void prepare(DemoServer server) throws IOException {
    server.putInForce(Bank.MIRAI.id());
    server.putInForce(Bank.SHITEN.id());
    Path testkit = Path.of(System.getProperty("ichido.testkit")).toAbsolutePath();
    Files.copy(testkit, server.directory().resolve("deploy").resolve(testkit.getFileName()));
    // How often file install looks, in ms, and not once a second.
    server.set("config.properties", "felix.fileinstall.poll", 200);
    change(
        server,
        Bank.KINSAN,
        // A token that lives for a month can be renewed at once.
        "life.soft-months = 24",
        "life.soft-months = 1",
        "renew.opens = 30 d",
        "renew.opens = 31 d",
        // One inquiry, and then an operator.
        "fee.inquiries = 3",
        "fee.inquiries = 1",
        "fee.inquire-after.1 = 60 s",
        "fee.inquire-after.1 = 3 s",
        "fee.inquire-after.2 = 5 min\n",
        "",
        "fee.inquire-after.3 = 30 min\n",
        "",
        "fee.operator-after = 5 min",
        "fee.operator-after = 1 s",
        "requester.channel.reply-to = KINSAN.CHANNEL.REPLY",
        "requester.channel.reply-to = KINSAN.CHANNEL.REPLY, " + MISSING + ", " + SMALL);
  }

  private static void change(DemoServer server, Bank bank, String... changes) throws IOException {
    Path file = server.directory().resolve("etc/org.ichido.bank~%s.cfg".formatted(bank.id()));
    String text = Files.readString(file);
    for (int i = 0; i < changes.length; i += 2) {
      if (!text.contains(changes[i])) {
        throw new IOException(file + " does not say " + changes[i]);
      }
      text = text.replace(changes[i], changes[i + 1]);
    }
    Files.writeString(file, text);
  }

  /** All but the one that is missing. */
  static List<String> queues() {
    List<String> queues = new ArrayList<>(List.of(SMALL));
    ALL.forEach(bank -> queues.addAll(bank.queues()));
    return queues;
  }
}
