package org.ichido.oath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Mac;
import org.ichido.api.HashFunction;
import org.ichido.api.OneTimeCode;
import org.ichido.api.OtpParameters;
import org.ichido.api.Seed;
import org.ichido.spi.FactorRange;
import org.ichido.spi.InvalidSetting;
import org.ichido.spi.OtpAlgorithm;
import org.ichido.spi.OtpAlgorithmContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpTest extends OtpAlgorithmContract {
  private static final Duration STEP = Duration.ofSeconds(30);
  private static final String SEED_20 = "12345678901234567890";
  private static final String SEED_32 = "12345678901234567890123456789012";
  private static final String SEED_64 =
      "1234567890123456789012345678901234567890123456789012345678901234";

  private final OtpAlgorithm totp = new Totp();

  @Override
  protected OtpAlgorithm algorithm() {
    return totp;
  }

  @Override
  protected List<OtpParameters> supported() {
    List<OtpParameters> supported = new ArrayList<>();
    for (HashFunction hash : HashFunction.values()) {
      for (int digits = OneTimeCode.SHORTEST; digits <= OneTimeCode.LONGEST; digits++) {
        supported.add(new OtpParameters("totp", hash, digits, STEP));
        supported.add(new OtpParameters("totp", hash, digits, STEP.multipliedBy(2)));
      }
    }
    return supported;
  }

  /** HMAC as RFC 2104 writes it, on the bare hash function; the truncation on big integers. */
  @Override
  protected String independently(byte[] seed, OtpParameters parameters, long factor) {
    try {
      MessageDigest hash = MessageDigest.getInstance(parameters.hash().label());
      int block = parameters.hash() == HashFunction.SHA512 ? 128 : 64;
      byte[] inner = new byte[block];
      byte[] outer = new byte[block];
      for (int i = 0; i < block; i++) {
        int key = i < seed.length ? seed[i] : 0;
        inner[i] = (byte) (key ^ 0x36);
        outer[i] = (byte) (key ^ 0x5c);
      }
      hash.update(inner);
      byte[] first = hash.digest(ByteBuffer.allocate(8).putLong(factor).array());
      hash.update(outer);
      byte[] hmac = hash.digest(first);
      int offset = hmac[hmac.length - 1] & 15;
      BigInteger number =
          new BigInteger(1, Arrays.copyOfRange(hmac, offset, offset + 4))
              .clearBit(31)
              .mod(BigInteger.TEN.pow(parameters.digits()));
      return ("0".repeat(8) + number)
          .substring(8 + number.toString().length() - parameters.digits());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest(name = "{0} s, {2}")
  @CsvSource({
    "59, 94287082, SHA1",
    "59, 46119246, SHA256",
    "59, 90693936, SHA512",
    "1111111109, 07081804, SHA1",
    "1111111109, 68084774, SHA256",
    "1111111109, 25091201, SHA512",
    "1111111111, 14050471, SHA1",
    "1111111111, 67062674, SHA256",
    "1111111111, 99943326, SHA512",
    "1234567890, 89005924, SHA1",
    "1234567890, 91819424, SHA256",
    "1234567890, 93441116, SHA512",
    "2000000000, 69279037, SHA1",
    "2000000000, 90698825, SHA256",
    "2000000000, 38618901, SHA512",
    "20000000000, 65353130, SHA1",
    "20000000000, 77737706, SHA256",
    "20000000000, 47863826, SHA512"
  })
  void computesAppendixBOfRfc6238(long second, String code, HashFunction hash) {
    String seed =
        switch (hash) {
          case SHA1 -> SEED_20;
          case SHA256 -> SEED_32;
          case SHA512 -> SEED_64;
        };
    long step = second / STEP.toSeconds();
    OtpParameters parameters = new OtpParameters("totp", hash, 8, STEP);
    assertThat(matching(seed, parameters, code, around(step))).containsExactly(step);
  }

  @ParameterizedTest(name = "counter {0}")
  @CsvSource({
    "0, 755224",
    "1, 287082",
    "2, 359152",
    "3, 969429",
    "4, 338314",
    "5, 254676",
    "6, 287922",
    "7, 162583",
    "8, 399871",
    "9, 520489"
  })
  void truncatesAsAppendixDOfRfc4226(long counter, String code) {
    OtpParameters parameters = new OtpParameters("totp", HashFunction.SHA1, 6, STEP);
    assertThat(matching(SEED_20, parameters, code, new FactorRange(0, 9))).containsExactly(counter);
  }

  @Test
  void itIsCalledTotp() {
    assertThat(totp.name()).isEqualTo("totp");
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 29, 31, 59, 61, 90, 300})
  void otherPeriodsThan30And60SecondsAreRefusedByTheirKey(int seconds) {
    OtpParameters parameters =
        new OtpParameters("totp", HashFunction.SHA1, 6, Duration.ofSeconds(seconds));
    assertThatThrownBy(() -> totp.check(parameters))
        .isInstanceOf(InvalidSetting.class)
        .hasMessage("otp.period: must be 30 s or 60 s for totp, but is " + seconds + " s");
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 60})
  void periodsOf30And60SecondsAreAccepted(int seconds) {
    OtpParameters parameters =
        new OtpParameters("totp", HashFunction.SHA1, 6, Duration.ofSeconds(seconds));
    assertThatCode(() -> totp.check(parameters)).doesNotThrowAnyException();
  }

  @Test
  void theKeyOfASeedPrintsItsLengthAndIsNeverWritten() throws Exception {
    try (Seed seed = Seed.copyOf(SEED_20.getBytes(StandardCharsets.US_ASCII));
        ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
      SeedKey key = new SeedKey(seed, "HmacSHA1");
      assertThat(key).hasToString("SeedKey(Seed(20 bytes))");
      assertThatThrownBy(() -> out.writeObject(key)).isInstanceOf(NotSerializableException.class);
    }
  }

  @Test
  void closedValuesHoldNoDigitAndNoKey() {
    try (Seed seed = Seed.copyOf(SEED_20.getBytes(StandardCharsets.US_ASCII))) {
      HotpValues values = new HotpValues(new Hmacs("HmacSHA1"), seed, 6);
      byte[] digits = values.at(1);
      assertThat(digits).asString(StandardCharsets.US_ASCII).isEqualTo("287082");
      values.close();
      assertThat(digits).containsOnly(0);
      assertThat(values.at(1)).asString(StandardCharsets.US_ASCII).isNotEqualTo("287082");
    }
  }

  @Test
  void anHmacIsUsedAgainWithTheNextSeed() {
    Hmacs hmacs = new Hmacs("HmacSHA1");
    try (Seed other = Seed.copyOf(new byte[20]);
        Seed seed = Seed.copyOf(SEED_20.getBytes(StandardCharsets.US_ASCII))) {
      Mac first = hmacs.keyed(other);
      hmacs.giveBack(first);
      assertThat(hmacs.keyed(seed)).isSameAs(first);
      assertThat(hmacs.keyed(seed)).isNotSameAs(first);
      hmacs.giveBack(first);
      try (HotpValues values = new HotpValues(hmacs, seed, 6)) {
        assertThat(values.at(1)).asString(StandardCharsets.US_ASCII).isEqualTo("287082");
      }
    }
  }

  private static FactorRange around(long step) {
    return new FactorRange(Math.max(0, step - 5), step + 5);
  }

  private List<Long> matching(
      String secret, OtpParameters parameters, String text, FactorRange range) {
    try (Seed seed = Seed.copyOf(secret.getBytes(StandardCharsets.US_ASCII));
        OneTimeCode code = OneTimeCode.of(text)) {
      return totp.matching(seed, parameters, code, range);
    }
  }
}
