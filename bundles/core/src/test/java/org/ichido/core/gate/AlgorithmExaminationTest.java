package org.ichido.core.gate;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.ichido.api.HashFunction;
import org.ichido.api.OneTimeCode;
import org.ichido.api.OtpParameters;
import org.ichido.api.Seed;
import org.ichido.core.fakes.FactorAsCode;
import org.ichido.core.fakes.PlainTotp;
import org.ichido.spi.FactorRange;
import org.ichido.spi.InvalidSetting;
import org.ichido.spi.OtpAlgorithm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Wrong algorithms of somebody else's, each wrong in one way. */
class AlgorithmExaminationTest {
  @Test
  void totpThatFindsTheVectorsOfItsRfcPasses() {
    assertThatCode(() -> AlgorithmExamination.pass("totp", new PlainTotp()))
        .doesNotThrowAnyException();
  }

  @Test
  void anAlgorithmOfAnotherNamePassesByItsContractAlone() {
    assertThatCode(() -> AlgorithmExamination.pass(FactorAsCode.NAME, new FactorAsCode()))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void wrongTotpIsRefusedAndTheReasonSaysWhatItDid(
      String fault, OtpAlgorithm algorithm, String reason) {
    assertThatThrownBy(() -> AlgorithmExamination.pass("totp", algorithm))
        .isInstanceOf(Refused.class)
        .hasMessageContaining(reason);
  }

  static Stream<Arguments> wrongTotpIsRefusedAndTheReasonSaysWhatItDid() {
    return Stream.of(
        arguments(
            "one step late",
            new PlainTotp() {
              @Override
              protected byte[] hmac(Seed seed, HashFunction hash, long factor) {
                return super.hmac(seed, hash, factor - 1);
              }
            },
            "fails RFC 6238 appendix B with SHA-1, 6 digits, 30 s: at steps 0 to 2 it finds [2]"
                + " for the code 287082, and right is [1]"),
        arguments(
            "SHA-1 for every hash",
            new PlainTotp() {
              @Override
              protected byte[] hmac(Seed seed, HashFunction hash, long factor) {
                return super.hmac(seed, HashFunction.SHA1, factor);
              }
            },
            "fails RFC 6238 appendix B with SHA-256, 6 digits, 30 s"),
        arguments(
            "a step of 32 bits",
            new PlainTotp() {
              @Override
              protected byte[] hmac(Seed seed, HashFunction hash, long factor) {
                return super.hmac(seed, hash, factor << 32 >> 32 << 32);
              }
            },
            "fails RFC 6238 appendix B"),
        arguments(
            "the first digits instead of the last",
            new PlainTotp() {
              @Override
              protected String digits(byte[] hmac, int length) {
                return super.digits(hmac, 8).substring(0, length);
              }
            },
            "fails RFC 6238 appendix B with SHA-1, 6 digits, 30 s"),
        arguments(
            "everything matches", answering(AlgorithmExaminationTest::all), "finds [0, 1, 2]"),
        arguments("always the newest", answering(r -> List.of(r.last())), "finds [2] for the code"),
        arguments("nothing matches", answering(r -> List.of()), "finds [] for the code 287082"),
        arguments("null", answering(r -> null), "it answers null"),
        arguments(
            "a null among them", answering(r -> Arrays.asList((Long) null)), "answers [null]"),
        arguments(
            "descending",
            answering(r -> List.of(r.last(), r.first())),
            "not ascending, or not among them"),
        arguments(
            "twice",
            answering(r -> List.of(r.first(), r.first())),
            "not ascending, or not among them"),
        arguments(
            "outside the range",
            answering(r -> List.of(r.last() + 1)),
            "not ascending, or not among them"),
        arguments(
            "closes the seed", closing(true, false), "closes or changes the seed or the code"),
        arguments(
            "closes the code", closing(false, true), "closes or changes the seed or the code"),
        arguments(
            "knows no SHA-512",
            new PlainTotp() {
              @Override
              public void check(OtpParameters parameters) throws InvalidSetting {
                if (parameters.hash() == HashFunction.SHA512) {
                  throw new InvalidSetting("otp.hash", "not here");
                }
              }
            },
            "its check refuses SHA-512, 6 digits, 30 s"),
        arguments(
            "knows no step of 60 s",
            new PlainTotp() {
              @Override
              public void check(OtpParameters parameters) throws InvalidSetting {
                if (parameters.period().equals(Duration.ofMinutes(1))) {
                  throw new InvalidSetting("otp.period", "not here");
                }
              }
            },
            "its check refuses SHA-1, 6 digits, 60 s"),
        arguments("a fixed code besides", backDoor("12345678"), "for the code 123456, and right"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void ofAnyNameOneThatBreaksTheContractIsRefused(
      String fault, OtpAlgorithm algorithm, String reason) {
    assertThatThrownBy(() -> AlgorithmExamination.pass("mine", algorithm))
        .isInstanceOf(Refused.class)
        .hasMessageContaining(reason);
  }

  static Stream<Arguments> ofAnyNameOneThatBreaksTheContractIsRefused() {
    return Stream.of(
        arguments(
            "everything matches",
            answering(AlgorithmExaminationTest::all),
            "finds step 0 for more than one code"),
        arguments(
            "a constant answer",
            answering(r -> List.of(r.first())),
            "finds step 0 for more than one code"),
        arguments("other than before", moody(), "answers the same question with [] and [0]"),
        arguments("codes of every length", lenient(), "a code of 7 digits matches"),
        arguments(
            "no parameters",
            new PlainTotp() {
              @Override
              public void check(OtpParameters parameters) throws InvalidSetting {
                throw new InvalidSetting("otp.digits", "none will do");
              }
            },
            "accepts no parameters at all"));
  }

  private static List<Long> all(FactorRange range) {
    return LongStream.rangeClosed(range.first(), range.last()).boxed().toList();
  }

  private interface Answer {
    List<Long> to(FactorRange range);
  }

  private static OtpAlgorithm answering(Answer answer) {
    return new PlainTotp() {
      @Override
      public List<Long> matching(
          Seed seed, OtpParameters parameters, OneTimeCode code, FactorRange range) {
        return code.length() == parameters.digits() ? answer.to(range) : List.of();
      }
    };
  }

  private static OtpAlgorithm moody() {
    Iterator<List<Long>> answers = List.of(List.<Long>of(), List.of(0L)).iterator();
    return answering(range -> answers.next());
  }

  private static OtpAlgorithm closing(boolean theSeed, boolean theCode) {
    return new PlainTotp() {
      @Override
      public List<Long> matching(
          Seed seed, OtpParameters parameters, OneTimeCode code, FactorRange range) {
        List<Long> right = super.matching(seed, parameters, code, range);
        if (theSeed) {
          seed.close();
        }
        if (theCode) {
          code.close();
        }
        return theSeed || theCode ? List.of() : right;
      }
    };
  }

  private static OtpAlgorithm backDoor(String fixed) {
    return new PlainTotp() {
      @Override
      public List<Long> matching(
          Seed seed, OtpParameters parameters, OneTimeCode code, FactorRange range) {
        return code.equals(OneTimeCode.of(fixed.substring(0, parameters.digits())))
            ? List.of(range.last())
            : super.matching(seed, parameters, code, range);
      }
    };
  }

  /** Takes a code for a number, so that leading zeros do not count. */
  private static OtpAlgorithm lenient() {
    return new PlainTotp() {
      @Override
      public List<Long> matching(
          Seed seed, OtpParameters parameters, OneTimeCode code, FactorRange range) {
        List<Long> matching = new ArrayList<>();
        for (long factor : all(range)) {
          if (Long.parseLong(new String(code.ascii(), StandardCharsets.US_ASCII))
              == factor % 1_000_000) {
            matching.add(factor);
          }
        }
        return Collections.unmodifiableList(matching);
      }
    };
  }
}
