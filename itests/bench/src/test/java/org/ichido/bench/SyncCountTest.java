package org.ichido.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SyncCountTest {
  @Test
  void countsTheSyncsThatBeganWithinARoundOnce() {
    List<String> trace =
        List.of(
            "11 99.900000 fsync(9)            = 0",
            "11 100.100000 fsync(9 <unfinished ...>",
            "12 100.200000 fdatasync(12)      = 0",
            "11 100.300000 <... fsync resumed>) = 0",
            "11 100.400000 +++ exited with 0 +++",
            "12 102.500000 fsync(9)           = 0");
    assertThat(SyncCount.perSync(List.of("100.0 101.0 50", "102.0 103.0 7"), trace))
        .containsExactly(25.0, 7.0);
  }
}
