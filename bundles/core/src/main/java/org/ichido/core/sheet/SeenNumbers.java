package org.ichido.core.sheet;

import java.util.Arrays;

/**
 * Numbers that must not come twice in a file and do not come in its order: 32 bytes for each at the
 * most are kept, and of a file nothing else.
 */
public final class SeenNumbers {
  private static final long FREE = 0;

  private long[] slots = new long[1_024];
  private int taken;

  /**
   * @param number any but 0, which is taken for 1
   * @return whether it comes for the first time
   */
  public boolean add(long number) {
    if (2 * (taken + 1) > slots.length) {
      grow();
    }
    boolean first = put(slots, number == FREE ? 1 : number);
    if (first) {
      taken++;
    }
    return first;
  }

  private void grow() {
    long[] larger = new long[2 * slots.length];
    Arrays.stream(slots).filter(number -> number != FREE).forEach(number -> put(larger, number));
    slots = larger;
  }

  private static boolean put(long[] into, long number) {
    int at = Math.floorMod(Long.hashCode(number * 0x9E37_79B9_7F4A_7C15L), into.length);
    while (into[at] != FREE) {
      if (into[at] == number) {
        return false;
      }
      at = (at + 1) % into.length;
    }
    into[at] = number;
    return true;
  }
}
