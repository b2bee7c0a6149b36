package org.ichido.itests;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** The threads that belong to a part of the house and must end with it. */
final class HouseThreads {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

  /** Not those of pools, which come and go by themselves. */
  private static final List<String> BEGIN =
      List.of(
          "ichido-mq",
          "ichido-side-files",
          "ichido-store housekeeper",
          "HSQLDB Timer",
          "ActiveMQ Broker[");

  private HouseThreads() {}

  static List<String> names() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> BEGIN.stream().anyMatch(name::startsWith))
        .map(name -> name.replaceAll("@[0-9a-f]+$", ""))
        .sorted()
        .toList();
  }

  /** A thread that has done its last may be seen for a moment still. */
  static void untilNoMoreThan(List<String> before) {
    long end = System.nanoTime() + PATIENCE;
    List<String> now = names();
    while (!now.equals(before)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("threads before: " + before + ", after: " + now);
      }
      Thread.onSpinWait();
      now = names();
    }
  }
}
