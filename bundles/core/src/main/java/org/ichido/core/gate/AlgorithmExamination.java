package org.ichido.core.gate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ichido.api.HashFunction;
import org.ichido.api.OneTimeCode;
import org.ichido.api.OtpParameters;
import org.ichido.api.Seed;
import org.ichido.spi.FactorRange;
import org.ichido.spi.InvalidSetting;
import org.ichido.spi.OtpAlgorithm;

/**
 * What an algorithm must show before it gets traffic. Of every one: the contract, as far as it can
 * be seen without knowing the right codes. Of {@code totp}: all vectors of RFC 6238 appendix B, in
 * 6, 7 and 8 digits, with steps of 30 s and of 60 s, since tokens keep what they were registered
 * with, whatever a profile says today.
 */
public final class AlgorithmExamination {
  private static final List<Duration> PERIODS =
      List.of(
          OtpParameters.SHORTEST_PERIOD,
          Duration.ofSeconds(30),
          Duration.ofSeconds(60),
          OtpParameters.LONGEST_PERIOD);

  private static final List<Duration> PERIODS_OF_TOTP = PERIODS.subList(1, 3);

  /** None is the code of the first vector, nor of a step beside it. */
  private static final List<String> FIXED =
      List.of("00000000", "11111111", "12345678", "76543210", "99999999");

  private static final List<Long> STARTS = List.of(0L, 1L << 33);
  private static final int STEPS = 4;

  private AlgorithmExamination() {}

  /**
   * @param name its plain name
   * @param algorithm the service under examination
   * @throws Refused if it fails; whatever else it throws is for the caller
   */
  public static void pass(String name, OtpAlgorithm algorithm) throws Refused {
    List<OtpParameters> supported = supported(algorithm, name);
    if (name.equals("totp")) {
      computesTotp(algorithm, supported);
    } else if (supported.isEmpty()) {
      throw new Refused("its check accepts no parameters at all");
    }
    for (OtpParameters parameters : supported) {
      keepsItsContract(algorithm, parameters);
    }
  }

  private static List<OtpParameters> supported(OtpAlgorithm algorithm, String name) {
    List<OtpParameters> supported = new ArrayList<>();
    for (HashFunction hash : HashFunction.values()) {
      for (int digits = OneTimeCode.SHORTEST; digits <= OneTimeCode.LONGEST; digits++) {
        for (Duration period : PERIODS) {
          OtpParameters parameters = new OtpParameters(name, hash, digits, period);
          if (accepts(algorithm, parameters)) {
            supported.add(parameters);
          }
        }
      }
    }
    return supported;
  }

  private static boolean accepts(OtpAlgorithm algorithm, OtpParameters parameters) {
    try {
      algorithm.check(parameters);
      return true;
    } catch (InvalidSetting e) {
      return false;
    }
  }

  private static void computesTotp(OtpAlgorithm algorithm, List<OtpParameters> supported)
      throws Refused {
    for (HashFunction hash : HashFunction.values()) {
      for (int digits = OneTimeCode.SHORTEST; digits <= OneTimeCode.LONGEST; digits++) {
        for (Duration period : PERIODS_OF_TOTP) {
          OtpParameters parameters = new OtpParameters("totp", hash, digits, period);
          if (!supported.contains(parameters)) {
            throw new Refused("its check refuses " + words(parameters));
          }
          computesTheVectors(algorithm, parameters);
        }
      }
    }
  }

  /** The right code of each vector, and around one of them every wrong one that is at hand. */
  private static void computesTheVectors(OtpAlgorithm algorithm, OtpParameters parameters)
      throws Refused {
    List<Rfc6238.Vector> vectors =
        Rfc6238.VECTORS.stream().filter(v -> v.hash() == parameters.hash()).toList();
    Rfc6238.Vector one = vectors.get(0);
    for (Rfc6238.Vector vector : vectors) {
      String code = vector.code(parameters.digits());
      finds(List.of(vector.step()), algorithm, parameters, vector, code);
      if (!vector.equals(one)) {
        finds(List.of(), algorithm, parameters, one, code);
      }
    }
    for (String fixed : FIXED) {
      finds(List.of(), algorithm, parameters, one, fixed.substring(0, parameters.digits()));
    }
  }

  private static void finds(
      List<Long> right,
      OtpAlgorithm algorithm,
      OtpParameters parameters,
      Rfc6238.Vector around,
      String code)
      throws Refused {
    FactorRange range = new FactorRange(around.step() - 1, around.step() + 1);
    List<Long> found =
        matching(algorithm, parameters, Rfc6238.seed(parameters.hash()), code, range);
    if (!found.equals(right)) {
      throw new Refused(
          "it fails RFC 6238 appendix B with %s: at steps %d to %d it finds %s for the code %s, and right is %s"
              .formatted(words(parameters), range.first(), range.last(), found, code, right));
    }
  }

  /** A step has one code: what matches two is a constant, or matches everything. */
  private static void keepsItsContract(OtpAlgorithm algorithm, OtpParameters parameters)
      throws Refused {
    byte[] seed = Rfc6238.seed(parameters.hash());
    for (long start : STARTS) {
      FactorRange range = new FactorRange(start, start + STEPS - 1);
      answersAlike(algorithm, parameters, seed, range);
      Set<Long> taken = new HashSet<>();
      for (String fixed : FIXED) {
        String code = fixed.substring(0, parameters.digits());
        for (long factor : matching(algorithm, parameters, seed, code, range)) {
          if (!taken.add(factor)) {
            throw new Refused(
                "it finds step %d for more than one code with %s"
                    .formatted(factor, words(parameters)));
          }
        }
      }
      for (int digits = OneTimeCode.SHORTEST; digits <= OneTimeCode.LONGEST; digits++) {
        String code = FIXED.get(0).substring(0, digits);
        if (digits != parameters.digits()
            && !matching(algorithm, parameters, seed, code, range).isEmpty()) {
          throw new Refused(
              "a code of %d digits matches with %s".formatted(digits, words(parameters)));
        }
      }
    }
  }

  private static void answersAlike(
      OtpAlgorithm algorithm, OtpParameters parameters, byte[] seed, FactorRange range)
      throws Refused {
    String code = FIXED.get(0).substring(0, parameters.digits());
    List<Long> once = matching(algorithm, parameters, seed, code, range);
    List<Long> again = matching(algorithm, parameters, seed, code, range);
    if (!once.equals(again)) {
      throw new Refused("it answers the same question with %s and %s".formatted(once, again));
    }
  }

  /** Asks; the answer is in order and of the range, and seed and code are left as they were. */
  private static List<Long> matching(
      OtpAlgorithm algorithm,
      OtpParameters parameters,
      byte[] secret,
      String text,
      FactorRange range)
      throws Refused {
    try (Seed seed = Seed.copyOf(secret);
        Seed sameSeed = Seed.copyOf(secret);
        OneTimeCode code = OneTimeCode.of(text);
        OneTimeCode sameCode = OneTimeCode.of(text)) {
      List<Long> matching = algorithm.matching(seed, parameters, code, range);
      if (!seed.equals(sameSeed) || !code.equals(sameCode)) {
        throw new Refused("it closes or changes the seed or the code");
      }
      if (matching == null) {
        throw new Refused("it answers null");
      }
      long former = range.first() - 1;
      for (Long factor : matching) {
        if (factor == null || factor <= former || factor > range.last()) {
          throw new Refused(
              "it answers %s for steps %d to %d: not ascending, or not among them"
                  .formatted(matching, range.first(), range.last()));
        }
        former = factor;
      }
      return matching;
    }
  }

  private static String words(OtpParameters parameters) {
    return "%s, %d digits, %d s"
        .formatted(parameters.hash().label(), parameters.digits(), parameters.period().toSeconds());
  }
}
