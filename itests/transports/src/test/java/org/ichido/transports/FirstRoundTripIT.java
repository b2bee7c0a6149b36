package org.ichido.transports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import org.ichido.testkit.host.BankHost;
import org.ichido.testkit.host.HostProgram;
import org.junit.jupiter.api.Test;

class FirstRoundTripIT {
  @Test
  void aCodeOfNobodyIsRefusedOverIbmMq() throws Exception {
    Path work = Path.of(System.getProperty("ichido.work"), "first", "server");
    try (IbmMqHouse house = IbmMqHouse.started(work);
        HostProgram channel = house.channel()) {
      BankHost kinsan = new BankHost("9990", InstantSource.system());
      assertThat(
              channel
                  .answerTo(kinsan.verify("first-1", "NOBODY", "nobody", "000000"))
                  .get("ICH-RESPONSE-CODE"))
          .isEqualTo("1000");
    }
  }
}
