package org.ichido.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.ichido.api.OneTimeCode;
import org.ichido.api.OtpParameters;
import org.ichido.api.Seed;
import org.junit.jupiter.api.Test;

/**
 * What every {@link OtpAlgorithm} promises. Extend it beside the implementation and add the vectors
 * of its specification there.
 */
public abstract class OtpAlgorithmContract {
  /**
   * @return the algorithm
   */
  protected abstract OtpAlgorithm algorithm();

  /**
   * @return parameters that the algorithm can compute with, the limits among them
   */
  protected abstract List<OtpParameters> supported();

  /**
   * Computes a code without the algorithm under test, from the text of the specification.
   *
   * @param seed the secret
   * @param parameters one of {@link #supported}
   * @param factor the time step or counter
   * @return the code's digits
   */
  protected abstract String independently(byte[] seed, OtpParameters parameters, long factor);

  @Test
  void itsNameIsPlainAndStable() {
    assertThat(algorithm().name()).matches("[a-z][a-z0-9-]{0,31}").isEqualTo(algorithm().name());
  }

  @Test
  void whatItSupportsItAccepts() {
    assertThat(supported()).isNotEmpty();
    for (OtpParameters parameters : supported()) {
      assertThatCode(() -> algorithm().check(parameters)).doesNotThrowAnyException();
    }
  }

  @Property
  void aCodeIsFoundAtItsFactorsAndAtNoOthers(
      @ForAll("seeds") byte[] seed,
      @ForAll("parameters") OtpParameters parameters,
      @ForAll("ranges") FactorRange range,
      @ForAll @IntRange(min = -2, max = FactorRange.LONGEST + 1) int offset) {
    long factor = Math.max(0, range.first() + Math.min(offset, Long.MAX_VALUE - range.first()));
    String code = independently(seed, parameters, factor);

    List<Long> expected = new ArrayList<>();
    for (int i = 0; i <= range.last() - range.first(); i++) {
      if (independently(seed, parameters, range.first() + i).equals(code)) {
        expected.add(range.first() + i);
      }
    }

    assertThat(matching(seed, parameters, code, range)).isEqualTo(expected);
    if (range.first() <= factor && factor <= range.last()) {
      assertThat(expected).contains(factor);
    }
  }

  @Property(tries = 200)
  void aCodeOfAnotherLengthMatchesNothing(
      @ForAll("seeds") byte[] seed,
      @ForAll("parameters") OtpParameters parameters,
      @ForAll @IntRange(min = 0, max = Integer.MAX_VALUE) int factor) {
    FactorRange range = new FactorRange(factor, factor);
    String code = independently(seed, parameters, factor);
    for (String other : List.of("0" + code, "00" + code, code + "0", code.substring(1))) {
      if (other.length() >= OneTimeCode.SHORTEST && other.length() <= OneTimeCode.LONGEST) {
        assertThat(matching(seed, parameters, other, range)).isEmpty();
      }
    }
  }

  @Property(tries = 50)
  void theSeedStaysOpenAndTheCodeToo(
      @ForAll("seeds") byte[] bytes, @ForAll("parameters") OtpParameters parameters) {
    String text = independently(bytes, parameters, 7);
    try (Seed seed = Seed.copyOf(bytes);
        OneTimeCode code = OneTimeCode.of(text)) {
      algorithm().matching(seed, parameters, code, new FactorRange(5, 9));
      assertThat(seed.copy()).isEqualTo(bytes);
      assertThat(code).isEqualTo(OneTimeCode.of(text));
    }
  }

  @Property(tries = 50)
  void aClosedCodeMatchesNothing(
      @ForAll("seeds") byte[] bytes, @ForAll("parameters") OtpParameters parameters) {
    try (Seed seed = Seed.copyOf(bytes)) {
      OneTimeCode code = OneTimeCode.of(independently(bytes, parameters, 7));
      code.close();
      assertThat(algorithm().matching(seed, parameters, code, new FactorRange(0, 99))).isEmpty();
    }
  }

  @Test
  void sixteenThreadsFindWhatOneFinds() throws Exception {
    OtpParameters parameters = supported().get(0);
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      List<Callable<List<Long>>> calls = new ArrayList<>();
      for (int i = 0; i < 320; i++) {
        byte[] seed = new byte[20];
        seed[0] = (byte) i;
        long factor = 1_000_000L + i;
        String code = independently(seed, parameters, factor);
        calls.add(() -> matching(seed, parameters, code, new FactorRange(factor, factor)));
      }
      List<Future<List<Long>>> found = threads.invokeAll(calls);
      for (int i = 0; i < found.size(); i++) {
        assertThat(found.get(i).get()).containsExactly(1_000_000L + i);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /**
   * @return any seed
   */
  @Provide
  protected Arbitrary<byte[]> seeds() {
    return Arbitraries.bytes().array(byte[].class).ofMinSize(Seed.SHORTEST).ofMaxSize(Seed.LONGEST);
  }

  /**
   * @return any parameters that the algorithm supports
   */
  @Provide
  protected Arbitrary<OtpParameters> parameters() {
    return Arbitraries.of(supported());
  }

  /**
   * @return any range, those at both ends of the factors among them
   */
  @Provide
  protected Arbitrary<FactorRange> ranges() {
    Arbitrary<Long> firsts = Arbitraries.longs().greaterOrEqual(0);
    Arbitrary<Integer> lengths = Arbitraries.integers().between(1, FactorRange.LONGEST);
    return Combinators.combine(firsts, lengths)
        .as(
            (first, length) ->
                new FactorRange(first, first + Math.min(length - 1L, Long.MAX_VALUE - first)));
  }

  private List<Long> matching(
      byte[] bytes, OtpParameters parameters, String text, FactorRange range) {
    try (Seed seed = Seed.copyOf(bytes);
        OneTimeCode code = OneTimeCode.of(text)) {
      return algorithm().matching(seed, parameters, code, range);
    }
  }
}
