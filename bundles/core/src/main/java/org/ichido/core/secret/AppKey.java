package org.ichido.core.secret;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.ichido.api.Seed;
import org.ichido.api.VaultUnavailable;
import org.ichido.core.secret.ReadAppKey.Kind;
import org.ichido.core.system.CipherRandomness;

/**
 * The public key that a token app made for one activation: the seed is delivered encrypted to it
 * and in no other way. RSA of 2,048 to 4,096 bits with the exponent 65,537. Immutable and
 * thread-safe.
 */
public final class AppKey {
  /** The shortest modulus, in bits. */
  public static final int SHORTEST = 2048;

  /** The longest modulus, in bits. */
  public static final int LONGEST = 4096;

  private static final OAEPParameterSpec OAEP =
      new OAEPParameterSpec(
          "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

  private final RSAPublicKey key;

  private AppKey(RSAPublicKey key) {
    this.key = key;
  }

  /**
   * Reads a key as it stands in a record: base64 (RFC 4648 section 4) of the DER encoding of an
   * X.509 SubjectPublicKeyInfo (RFC 5280 section 4.1) with the algorithm rsaEncryption (RFC 3279
   * section 2.3.1), and not a byte more.
   *
   * @param base64 the field, without the blanks after it
   * @return the key, or why it is none that we use
   */
  public static ReadAppKey read(String base64) {
    Optional<byte[]> der = Base64Text.decode(base64);
    if (der.isEmpty()) {
      return ReadAppKey.refused(Kind.NOT_BASE64);
    }
    return rsaKey(der.get()).map(AppKey::judged).orElse(ReadAppKey.refused(Kind.NOT_AN_RSA_KEY));
  }

  private static Optional<RSAPublicKey> rsaKey(byte[] der) {
    try {
      RSAPublicKey key =
          (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der));
      // Another encoding of the same key would have another hash, and the hash is what is bound.
      return Arrays.equals(key.getEncoded(), der) ? Optional.of(key) : Optional.empty();
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private static ReadAppKey judged(RSAPublicKey key) {
    BigInteger modulus = key.getModulus();
    if (modulus.bitLength() < SHORTEST || modulus.bitLength() > LONGEST) {
      return ReadAppKey.refused(Kind.WRONG_LENGTH);
    }
    return key.getPublicExponent().equals(RSAKeyGenParameterSpec.F4)
        ? ReadAppKey.usable(new AppKey(key))
        : ReadAppKey.refused(Kind.WRONG_EXPONENT);
  }

  /**
   * Encrypts a seed by RSAES-OAEP with SHA-256 for both hash and MGF1 and an empty label (RFC 8017
   * section 7.1). Only the app can open it.
   *
   * @param seed the seed; stays open
   * @param random where the padding comes from; fit for keys
   * @return as many bytes as the key has, 256 to 512; others at every call
   * @throws VaultUnavailable if this JVM cannot encrypt so
   */
  public byte[] encrypt(Seed seed, RandomGenerator random) {
    byte[] plain = seed.copy();
    try {
      Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
      cipher.init(Cipher.ENCRYPT_MODE, key, OAEP, new CipherRandomness(random));
      return cipher.doFinal(plain);
    } catch (GeneralSecurityException e) {
      throw new VaultUnavailable(
          "this JVM cannot encrypt with RSAES-OAEP and SHA-256; check its providers", e);
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  /**
   * @return SHA-256 of the SubjectPublicKeyInfo as 64 lower-case hexadecimal digits: what an
   *     activation password is bound to
   */
  public String sha256() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(key.getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new VaultUnavailable("this JVM has no SHA-256; check its providers", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AppKey app && key.equals(app.key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }

  @Override
  public String toString() {
    return "AppKey(" + key.getModulus().bitLength() + " bits)";
  }
}
