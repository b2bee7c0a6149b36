package org.ichido.core.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.ichido.api.Seed;
import org.ichido.core.secret.ReadAppKey.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AppKeyTest {
  private static final String APP = OpensslMade.text("app.base64");
  private static final byte[] DER = Base64.getDecoder().decode(APP);
  private static final RandomGenerator COUNTING = counting();

  @Test
  void aKeyOfOpensslIsReadAndItsHashIsOpenssls() {
    ReadAppKey read = AppKey.read(APP);
    assertThat(read.kind()).isEqualTo(Kind.USABLE);
    assertThat(read.key().orElseThrow().sha256())
        .isEqualTo("e1f5915e334dbc39a046f10122def3d4438b17e645da90b94d2fa51995a0b203");
    assertThat(read.key()).hasToString("Optional[AppKey(2048 bits)]");
    assertThat(read).isEqualTo(AppKey.read(APP)).hasSameHashCodeAs(AppKey.read(APP));
    assertThat(read).isNotEqualTo(AppKey.read(rsa(modulus(2048), 65537)));
  }

  @Property(tries = 100)
  void onlyTheAppOpensASeedThatWasEncryptedToIt(
      @ForAll @Size(min = Seed.SHORTEST, max = Seed.LONGEST) byte[] secret, @ForAll long random)
      throws Exception {
    try (Seed seed = Seed.copyOf(secret)) {
      byte[] ciphertext = OpensslMade.appKey().encrypt(seed, new Random(random));
      assertThat(ciphertext).hasSize(256);
      assertThat(OpensslMade.openedByTheApp(ciphertext)).isEqualTo(secret);
      assertThat(seed.copy()).as("the seed stays open").isEqualTo(secret);
    }
  }

  /** The ciphertext is in a file so that OpenSSL could be seen to open it. */
  @Test
  void theRandomnessIsThatOfTheServiceAlone() {
    assertThat(Base64.getEncoder().encodeToString(delivered(COUNTING)))
        .isEqualTo(OpensslMade.text("delivered.base64"));
  }

  @Test
  void aSeedEncryptedTwiceIsNotTheSameBytes() {
    Random random = new Random(1);
    assertThat(delivered(random)).isNotEqualTo(delivered(random));
  }

  @ParameterizedTest
  @CsvSource({"2048, 256", "2049, 257", "3072, 384", "4096, 512"})
  void aCiphertextIsAsLongAsTheKey(int bits, int bytes) {
    AppKey key = AppKey.read(rsa(modulus(bits), 65537)).key().orElseThrow();
    try (Seed seed = Seed.copyOf(new byte[Seed.LONGEST])) {
      assertThat(key.encrypt(seed, COUNTING)).hasSize(bytes);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "512, 65537, WRONG_LENGTH",
    "1024, 65537, WRONG_LENGTH",
    "2047, 65537, WRONG_LENGTH",
    "2048, 65537, USABLE",
    "4096, 65537, USABLE",
    "4097, 65537, WRONG_LENGTH",
    "8192, 65537, WRONG_LENGTH",
    "2048, 3, WRONG_EXPONENT",
    "2048, 65535, WRONG_EXPONENT",
    "2048, 65539, WRONG_EXPONENT",
    "2048, 4294967297, WRONG_EXPONENT"
  })
  void onlyFrom2048To4096BitsWithTheUsualExponent(int bits, long exponent, Kind kind) {
    ReadAppKey read = AppKey.read(rsa(modulus(bits), exponent));
    assertThat(read.kind()).isEqualTo(kind);
    assertThat(read.key().isPresent()).isEqualTo(kind == Kind.USABLE);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void whatIsNoRsaKeyAndNothingElseIsRefused(String what, byte[] der) {
    assertThat(AppKey.read(Base64.getEncoder().encodeToString(der)))
        .isEqualTo(new ReadAppKey(Kind.NOT_AN_RSA_KEY, Optional.empty()));
  }

  static Stream<Arguments> whatIsNoRsaKeyAndNothingElseIsRefused() throws Exception {
    return Stream.of(
        arguments("nothing", new byte[0]),
        arguments("one byte", new byte[] {0x30}),
        arguments("one byte short", Arrays.copyOf(DER, DER.length - 1)),
        arguments("one byte more", Arrays.copyOf(DER, DER.length + 1)),
        arguments("a bare RSAPublicKey (PKCS#1)", Arrays.copyOfRange(DER, 24, DER.length)),
        arguments("the private key", OpensslMade.privateKey("app.pem").getEncoded()),
        arguments("a longer form of the same (BER)", withLongLength()),
        arguments("text", "4711".getBytes(StandardCharsets.US_ASCII)),
        arguments("EC", generated("EC", 256)),
        arguments("Ed25519", generated("Ed25519", 255)),
        arguments("X25519", generated("X25519", 255)),
        arguments("DSA", generated("DSA", 2048)),
        arguments("RSASSA-PSS, for signatures alone", generated("RSASSA-PSS", 2048)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void whatIsNotTheOneSpellingInBase64IsRefused(String what, String text) {
    assertThat(AppKey.read(text)).isEqualTo(new ReadAppKey(Kind.NOT_BASE64, Optional.empty()));
  }

  static Stream<Arguments> whatIsNotTheOneSpellingInBase64IsRefused() {
    String padded = rsa(modulus(2056), 65537);
    String unpadded = padded.replace("=", "");
    assertThat(padded).endsWith("==");
    return Stream.of(
        arguments("PEM", "-----BEGIN PUBLIC KEY-----\n" + APP + "\n-----END PUBLIC KEY-----\n"),
        arguments("lines", APP.substring(0, 64) + "\n" + APP.substring(64)),
        arguments("blank behind", APP + " "),
        arguments("blank before", " " + APP),
        arguments("without its padding", unpadded),
        arguments("base64url", APP.replace('+', '-').replace('/', '_')),
        arguments("full-width", APP.replace('M', 'Ｍ')),
        arguments("other bits behind the end", unpadded.replaceFirst("[AQgw](?!.)", "B") + "=="),
        arguments("cut", APP.substring(0, APP.length() - 1)));
  }

  @Property(tries = 500)
  void anyAlteredTextIsReadToItsEndOrRefused(
      @ForAll @IntRange(max = 391) int place, @ForAll @CharRange(from = ' ', to = '~') char other) {
    String altered = APP.substring(0, place) + other + APP.substring(place + 1);
    ReadAppKey read = AppKey.read(altered);
    assertThat(read.key().isPresent()).isEqualTo(read.kind() == Kind.USABLE);
    if (!altered.equals(APP)) {
      assertThat(read.key()).isNotEqualTo(AppKey.read(APP).key());
    }
  }

  private static byte[] delivered(RandomGenerator random) {
    try (Seed seed = Seed.copyOf("12345678901234567890".getBytes(StandardCharsets.US_ASCII))) {
      return OpensslMade.appKey().encrypt(seed, random);
    }
  }

  private static BigInteger modulus(int bits) {
    return BigInteger.ONE.shiftLeft(bits - 1).add(BigInteger.valueOf(12345));
  }

  private static String rsa(BigInteger modulus, long exponent) {
    try {
      RSAPublicKey key =
          (RSAPublicKey)
              KeyFactory.getInstance("RSA")
                  .generatePublic(new RSAPublicKeySpec(modulus, BigInteger.valueOf(exponent)));
      return Base64.getEncoder().encodeToString(key.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] generated(String algorithm, int size) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
    generator.initialize(size);
    return generator.generateKeyPair().getPublic().getEncoded();
  }

  /** 30 82 01 22 as 30 83 00 01 22. */
  private static byte[] withLongLength() {
    byte[] longer = new byte[DER.length + 1];
    System.arraycopy(DER, 2, longer, 3, DER.length - 2);
    longer[0] = 0x30;
    longer[1] = (byte) 0x83;
    return longer;
  }

  private static RandomGenerator counting() {
    return new RandomGenerator() {
      @Override
      public long nextLong() {
        throw new AssertionError("bytes are enough");
      }

      @Override
      public void nextBytes(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
          bytes[i] = (byte) i;
        }
      }
    };
  }
}
