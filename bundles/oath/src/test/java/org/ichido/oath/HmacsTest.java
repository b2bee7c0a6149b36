package org.ichido.oath;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.ichido.api.Seed;
import org.junit.jupiter.api.Test;

class HmacsTest {
  private final Hmacs hmacs = new Hmacs("HmacSHA1");

  @Test
  void oneThatWasGivenBackIsKeyedAnew() {
    try (Seed one = seed(1);
        Seed other = seed(2)) {
      Mac first = hmacs.keyed(one);
      byte[] ofOne = first.doFinal(new byte[8]);
      hmacs.giveBack(first);
      Mac second = hmacs.keyed(other);
      assertThat(second).isSameAs(first);
      assertThat(second.doFinal(new byte[8])).isNotEqualTo(ofOne);
    }
  }

  @Test
  void anIdleOneHoldsNoSeed() throws Exception {
    try (Seed seed = seed(1)) {
      Mac mac = hmacs.keyed(seed);
      hmacs.giveBack(mac);
      Mac blank = Mac.getInstance("HmacSHA1");
      blank.init(new SecretKeySpec(new byte[1], "RAW"));
      assertThat(mac.doFinal(new byte[8])).isEqualTo(blank.doFinal(new byte[8]));
    }
  }

  @Test
  void whileItIsOutOthersGetOthers() {
    try (Seed seed = seed(1)) {
      Set<Integer> different = new HashSet<>();
      for (int i = 0; i < Hmacs.KEPT + 2; i++) {
        different.add(System.identityHashCode(hmacs.keyed(seed)));
      }
      assertThat(different).hasSize(Hmacs.KEPT + 2);
    }
  }

  @Test
  void manyThreadsGetTheirOwnSeedsValues() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try {
      List<Future<Integer>> wrong =
          threads.invokeAll(List.of(user(1), user(2), user(3), user(4), user(5), user(6)));
      for (Future<Integer> each : wrong) {
        assertThat(each.get()).isZero();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private Callable<Integer> user(int number) {
    return () -> {
      int wrong = 0;
      try (Seed seed = seed(number)) {
        Mac own = Mac.getInstance("HmacSHA1");
        own.init(new SecretKeySpec(seed.copy(), "RAW"));
        byte[] right = own.doFinal(new byte[8]);
        for (int i = 0; i < 10_000; i++) {
          Mac mac = hmacs.keyed(seed);
          wrong += Arrays.equals(mac.doFinal(new byte[8]), right) ? 0 : 1;
          hmacs.giveBack(mac);
        }
      }
      return wrong;
    };
  }

  private static Seed seed(int fill) {
    byte[] secret = new byte[20];
    Arrays.fill(secret, (byte) fill);
    return Seed.copyOf(secret);
  }
}
