package org.ichido.testkit.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.junit.jupiter.api.Test;

/** The test does Ichido's part, from the document alone. */
class AppActivationTest {
  private static final Instant NOON = Instant.parse("2027-04-01T03:00:00Z");
  private static final byte[] SEED = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
  private static final OAEPParameterSpec OAEP =
      new OAEPParameterSpec(
          "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

  private final KeyPair ours = pair();
  private final TransportKey transport =
      TransportKey.ofPem("KEY  transport-1\n" + pem(ours.getPublic()));

  private static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(3072);
      return generator.generateKeyPair();
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(PublicKey key) {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
    return "-----BEGIN PUBLIC KEY-----\n" + lines + "\n-----END PUBLIC KEY-----\n";
  }

  private String opened(String field) throws Exception {
    Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
    cipher.init(Cipher.DECRYPT_MODE, ours.getPrivate(), OAEP);
    return new String(cipher.doFinal(Base64.getDecoder().decode(field)), StandardCharsets.US_ASCII);
  }

  private static String seedFor(String appKey) throws Exception {
    byte[] der = Base64.getDecoder().decode(appKey);
    Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
    cipher.init(
        Cipher.ENCRYPT_MODE,
        KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der)),
        OAEP);
    return Base64.getEncoder().encodeToString(cipher.doFinal(SEED));
  }

  @Test
  void thePasswordOfAnIssueIsTheDigitsAndFillsItsField() throws Exception {
    String field = transport.encrypted("4711");

    assertThat(field).hasSize(512);
    assertThat(opened(field)).isEqualTo("4711");
    assertThat(transport.encrypted("4711")).isNotEqualTo(field);
  }

  @Test
  void thePasswordOfAnActivationIsBoundToTheKeyOfTheApp() throws Exception {
    AppActivation activation = new AppActivation("MIRAI", "012345678901", "4711", transport);

    byte[] der = Base64.getDecoder().decode(activation.appKey());
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(der);
    assertThat(opened(activation.password())).isEqualTo("4711:" + HexFormat.of().formatHex(hash));
    assertThat(activation.appKey()).hasSize(392);
    assertThat(activation.serviceId()).isEqualTo("MIRAI");
    assertThat(activation.userId()).isEqualTo("012345678901");
  }

  @Test
  void theSeedThatComesBackShowsTheCodesOfTheTokenOnThePhone() throws Exception {
    AppActivation activation = new AppActivation("MIRAI", "012345678901", "4711", transport);
    Phone phone = new Phone("phone-1", "SMARTPHONE", () -> NOON);

    phone.install(activation.token(seedFor(activation.appKey()), "SHA-256", 8, 30));

    assertThat(phone.code())
        .isEqualTo(new TokenApp(SEED, "HmacSHA256", 8, Duration.ofSeconds(30)).codeAt(NOON));
  }

  @Test
  void aSeedForAnotherKeyIsNone() throws Exception {
    AppActivation one = new AppActivation("MIRAI", "012345678901", "4711", transport);
    AppActivation other =
        new AppActivation("MIRAI", "012345678901", "4711", transport, AppActivation.keyPair(4096));
    String seed = seedFor(other.appKey());

    assertThat(seed).hasSize(684);
    assertThatThrownBy(() -> one.token(seed, "SHA-1", 6, 60))
        .hasMessage("no seed for this activation's key");
  }

  @Test
  void whatIsNoKeyIsSaidSo() {
    assertThatThrownBy(() -> TransportKey.ofPem("-----BEGIN PUBLIC KEY-----\nMIIB\n"))
        .hasMessage("no public key in PEM");
    assertThatThrownBy(
            () ->
                TransportKey.ofPem("-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----\n"))
        .hasMessage("no RSA public key in PEM");
  }
}
