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
  },
  REAL_QUEUE_MANAGER("real queue manager") {
    @Override
    Transport start(Path directory) throws Exception {
      return RealQueueManager.started(directory, ShippedBanks::prepare, System.getProperties());
    }
  };

  private final String title;

  TransportKind(String title) {
    this.title = title;
  }

  /**
   * The real one alone, if one is named ({@link RealQueueManager}); else the two that need nothing,
   * or the one of them that {@code -Dichido.transport=IBM_CLIENT} names.
   */
  static Stream<TransportKind> all() {
    if (RealQueueManager.isNamed()) {
      return Stream.of(REAL_QUEUE_MANAGER);
    }
    String only = System.getProperty("ichido.transport", "");
    return Stream.of(EMBEDDED_BROKER, IBM_CLIENT)
        .filter(kind -> only.isEmpty() || kind.name().equals(only));
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
