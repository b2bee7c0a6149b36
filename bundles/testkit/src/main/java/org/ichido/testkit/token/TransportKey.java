package org.ichido.testkit.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/**
 * Ichido's public key, to which an activation password is encrypted before it crosses a queue.
 * Immutable, so thread-safe.
 */
public final class TransportKey {
  /** RFC 8017 section 7.1: SHA-256 for the hash and for MGF1, an empty label. */
  static final OAEPParameterSpec OAEP =
      new OAEPParameterSpec(
          "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

  private static final Pattern PEM =
      Pattern.compile("-----BEGIN PUBLIC KEY-----([^-]+)-----END PUBLIC KEY-----");

  static final String RSA_OAEP = "RSA/ECB/OAEPPadding";

  private final PublicKey key;

  private TransportKey(PublicKey key) {
    this.key = key;
  }

  /**
   * @param pem what {@code ichido:transport-key --pem} prints; other lines around it do not matter
   * @return the key
   * @throws IllegalArgumentException if there is no RSA key in PEM
   */
  public static TransportKey ofPem(String pem) {
    Matcher lines = PEM.matcher(pem);
    if (!lines.find()) {
      throw new IllegalArgumentException("no public key in PEM");
    }
    try {
      byte[] der = Base64.getDecoder().decode(lines.group(1).replaceAll("\\s", ""));
      return new TransportKey(
          KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der)));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("no RSA public key in PEM", e);
    }
  }

  /**
   * Another ciphertext each time, as OAEP has it: keep it for a resend.
   *
   * @param password what a customer typed, such as {@code 4711}
   * @return what stands in ICH-PASSWORD of an issue
   */
  public String encrypted(String password) {
    try {
      Cipher cipher = Cipher.getInstance(RSA_OAEP);
      cipher.init(Cipher.ENCRYPT_MODE, key, OAEP);
      return Base64.getEncoder()
          .encodeToString(cipher.doFinal(password.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK lacks RSAES-OAEP with SHA-256", e);
    }
  }
}
