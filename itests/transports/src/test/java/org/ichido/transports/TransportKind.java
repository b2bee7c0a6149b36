package org.ichido.transports;

import java.nio.file.Path;
import java.util.stream.Stream;

/** The transports over which the suite runs. */
enum TransportKind {
  EMBEDDED_BROKER("embedded broker") {
    @Override
    Transport start(Path directory) throws Exception {
      return EmbeddedBrokerHouse.started(directory, ShippedBanks::prepare);
    }
  },
  IBM_CLIENT("IBM's client") {
    @Override
    Transport start(Path directory) throws Exception {
      return IbmMqHouse.started(directory, ShippedBanks::prepare);
    }
  };

  private final String title;

  TransportKind(String title) {
    this.title = title;
  }

  /** The queue manager for tests, in this JVM. */
  static Stream<TransportKind> all() {
    return Stream.of(values());
  }

  Transport start() throws Exception {
    return start(
        Path.of(
            System.getProperty("ichido.work"),
            name().toLowerCase(java.util.Locale.ROOT),
            "server"));
  }

  abstract Transport start(Path directory) throws Exception;

  @Override
  public String toString() {
    return title;
  }
}
