package org.ichido.core.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class CipherRandomnessTest {
  @Test
  void everyBitIsTheServices() {
    Random expected = new Random(7);
    CipherRandomness random = new CipherRandomness(new Random(7));
    for (int length : new int[] {1, 32, 100}) {
      byte[] mine = new byte[length];
      byte[] theirs = new byte[length];
      random.nextBytes(mine);
      expected.nextBytes(theirs);
      assertThat(mine).isEqualTo(theirs);
    }
    byte[] theirs = new byte[16];
    expected.nextBytes(theirs);
    assertThat(random.generateSeed(16)).isEqualTo(theirs);
  }

  @Test
  void nobodyCanChooseWhatComesOut() {
    RandomGenerator service = new Random(7);
    CipherRandomness random = new CipherRandomness(service);
    random.setSeed(1);
    random.setSeed(new byte[] {1, 2, 3});
    assertThat(random.nextLong()).isEqualTo(new CipherRandomness(new Random(7)).nextLong());
  }
}
