package org.ichido.bench.round;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/** Reads how much CPU a process has used since it began. */
public interface CpuMeter {
  /**
   * @return of all its threads
   */
  Duration used();

  /**
   * @return that of this process
   */
  static CpuMeter own() {
    OperatingSystemMXBean system = system();
    return () -> Duration.ofNanos(system.getProcessCpuTime());
  }

  /**
   * @param process another one, of the same user
   * @return that of the other
   */
  static CpuMeter of(ProcessHandle process) {
    return () ->
        process
            .info()
            .totalCpuDuration()
            .orElseThrow(() -> new IllegalStateException(process.pid() + " has no CPU time"));
  }

  /**
   * @return how many threads wanted a processor in the last minute
   */
  static double load() {
    return system().getSystemLoadAverage();
  }

  private static OperatingSystemMXBean system() {
    return (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  }
}
