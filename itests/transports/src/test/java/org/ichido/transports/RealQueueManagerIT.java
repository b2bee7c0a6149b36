package org.ichido.transports;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.ichido.evidence.Check;
import org.ichido.evidence.Evidence;
import org.ichido.testkit.host.HostRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The way of {@code -Dichido.mq.host=…}, up to the first code: with the queue manager for tests in
 * another process, since no real one can be had in a build.
 */
class RealQueueManagerIT {
  @TempDir Path passwords;

  @Test
  void aServerIsAskedAtAQueueManagerThatOnlyItsPropertiesTellOf() throws Exception {
    for (String user : List.of("ichido", "channel", "branch", "app", "core")) {
      Files.writeString(passwords.resolve(user), user + "\n");
    }
    try (SeparateQueueManager elsewhere = SeparateQueueManager.started()) {
      Properties said = new Properties();
      said.setProperty("ichido.mq.host", "127.0.0.1");
      said.setProperty("ichido.mq.port", Integer.toString(elsewhere.port()));
      said.setProperty("ichido.mq.queueManager", IbmMqHouse.QUEUE_MANAGER);
      said.setProperty("ichido.mq.channel", IbmMqHouse.CHANNEL);
      said.setProperty("ichido.mq.clientChannel", IbmMqHouse.CHANNEL);
      said.setProperty("ichido.mq.passwords", passwords.toString());
      Path directory = Path.of(System.getProperty("ichido.work"), "separate", "server");
      try (RealQueueManager transport =
          RealQueueManager.started(directory, ShippedBanks::prepare, said)) {
        LoadedCustomers.Loaded one = LoadedCustomers.of(transport, Bank.KINSAN, 1).next().master();
        Check check =
            new Check(
                new Evidence("transports-chaos", 1, "check", "tries", "wrong"),
                "a queue manager in another process");
        HostRecord request =
            Programs.of(Bank.KINSAN, "elsewhere")
                .channel()
                .verify(one.customer(), "TRANSFER", "APPROVE", one.code(0));
        try (Requester channel = Requester.of(transport, Bank.KINSAN, Bank.Desk.CHANNEL)) {
          check.equal(
              "the first code", "ACCEPTED", channel.ask(request).to(request).get("ICH-VERDICT"));
        }
        check.done();
      }
    }
  }
}
