package org.ichido.transports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.ichido.testkit.host.HostProgram;
import org.ichido.testkit.host.HostRecord;

/** All replies that were seen, by request id: each must be the first one, byte for byte. */
final class OneVerdict {
  private final Map<String, byte[]> first = new ConcurrentHashMap<>();
  private final List<String> different = new ArrayList<>();
  private final AtomicInteger replies = new AtomicInteger();
  private final AtomicInteger takenBack = new AtomicInteger();
  private final AtomicInteger putAgain = new AtomicInteger();
  private final AtomicInteger cutOff = new AtomicInteger();

  void came(byte[] reply) {
    replies.incrementAndGet();
    HostRecord header = HostRecord.headerOf(reply, HostProgram.EBCDIC);
    String id = header.get("ICH-REQUEST-ID");
    byte[] before = first.putIfAbsent(id, reply);
    if (before != null && !Arrays.equals(before, reply)) {
      synchronized (different) {
        different.add(id);
      }
    }
  }

  void tookBack() {
    takenBack.incrementAndGet();
  }

  void putAgain() {
    putAgain.incrementAndGet();
  }

  void cutOff() {
    cutOff.incrementAndGet();
  }

  /** How many requests have a verdict. */
  int answered() {
    return first.size();
  }

  /** How many replies were looked at that were not the first to their request. */
  int duplicates() {
    return replies.get() - first.size();
  }

  List<String> different() {
    synchronized (different) {
      return List.copyOf(different);
    }
  }

  @Override
  public String toString() {
    return "%d requests answered, %d replies seen again, %d units of work taken back, %d requests put again, %d times cut off"
        .formatted(answered(), duplicates(), takenBack.get(), putAgain.get(), cutOff.get());
  }
}
