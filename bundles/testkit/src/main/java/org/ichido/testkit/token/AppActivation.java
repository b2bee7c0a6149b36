package org.ichido.testkit.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Cipher;

/**
 * One activation in the token app, after docs/messages.md "Encrypted fields": a key pair of its
 * own, the password bound to it and encrypted, and the seed that comes back. Asked again with the
 * same object it is the same request, byte for byte. Immutable, so thread-safe.
 */
public final class AppActivation {
  private final String serviceId;
  private final String userId;
  private final KeyPair key;
  private final String password;

  /**
   * Makes a key pair, RSA of 2,048 bits.
   *
   * @param serviceId the first value that the customer types, from the mail
   * @param userId the second
   * @param password the activation password, as the customer types it
   * @param transportKey Ichido's
   */
  public AppActivation(
      String serviceId, String userId, String password, TransportKey transportKey) {
    this(serviceId, userId, password, transportKey, keyPair(2048));
  }

  /**
   * @param serviceId the first value that the customer types, from the mail
   * @param userId the second
   * @param password the activation password, as the customer types it
   * @param transportKey Ichido's
   * @param key an RSA key pair, such as one that was used before, which an app must not do
   */
  public AppActivation(
      String serviceId, String userId, String password, TransportKey transportKey, KeyPair key) {
    this.serviceId = serviceId;
    this.userId = userId;
    this.key = key;
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getPublic().getEncoded());
      this.password = transportKey.encrypted(password + ":" + HexFormat.of().formatHex(hash));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK lacks SHA-256", e);
    }
  }

  /**
   * @param bits how long
   * @return a new RSA key pair
   */
  public static KeyPair keyPair(int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK makes no RSA key of " + bits + " bits", e);
    }
  }

  /**
   * @return the first value, as typed
   */
  public String serviceId() {
    return serviceId;
  }

  /**
   * @return the second value, as typed
   */
  public String userId() {
    return userId;
  }

  /**
   * @return what stands in ICH-PASSWORD: the third value, encrypted
   */
  public String password() {
    return password;
  }

  /**
   * @return what stands in ICH-APP-KEY
   */
  public String appKey() {
    return Base64.getEncoder().encodeToString(key.getPublic().getEncoded());
  }

  /**
   * @param seed what stands in ICH-SEED of the reply
   * @param hash what stands in ICH-HASH
   * @param digits how many digits a code has
   * @param period how long a code stands, in seconds
   * @return the token
   * @throws IllegalArgumentException if the seed was not encrypted to this activation's key
   */
  public TokenApp token(String seed, String hash, int digits, int period) {
    try {
      Cipher cipher = Cipher.getInstance(TransportKey.RSA_OAEP);
      cipher.init(Cipher.DECRYPT_MODE, key.getPrivate(), TransportKey.OAEP);
      byte[] opened =
          cipher.doFinal(Base64.getDecoder().decode(seed.getBytes(StandardCharsets.US_ASCII)));
      String mac = "Hmac" + hash.replace("-", "").toUpperCase(Locale.ROOT);
      return new TokenApp(opened, mac, digits, Duration.ofSeconds(period));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("no seed for this activation's key", e);
    }
  }
}
