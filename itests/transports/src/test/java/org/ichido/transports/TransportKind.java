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

  /** All, unless {@code -Dichido.transport=IBM_CLIENT} names one. */
  static Stream<TransportKind> all() {
    String only = System.getProperty("ichido.transport", "");
    return Stream.of(values()).filter(kind -> only.isEmpty() || kind.name().equals(only));
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
