package org.ichido.core.fakes;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.ichido.api.OneTimeCode;
import org.ichido.api.OtpParameters;
import org.ichido.api.Seed;
import org.ichido.api.act.Activation;
import org.ichido.api.act.Ciphertext;
import org.ichido.api.act.Device;
import org.ichido.api.contract.DeviceClass;

/** A phone with the token app on it, written with the JDK alone. */
public final class TokenPhone {
  private static final OAEPParameterSpec OAEP =
      new OAEPParameterSpec(
          "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

  /** Made once: a pair takes a second, and no test is about how it is made. */
  private static final KeyPair OF_ALL_PHONES = pair();

  private final KeyPair pair;
  private final Device device;

  /** How far its clock is ahead of ours. */
  public Duration fast = Duration.ZERO;

  private byte[] seed = {};
  private OtpParameters otp;

  public TokenPhone(String id) {
    this(id, DeviceClass.SMARTPHONE, OF_ALL_PHONES);
  }

  public TokenPhone(String id, DeviceClass deviceClass) {
    this(id, deviceClass, OF_ALL_PHONES);
  }

  private TokenPhone(String id, DeviceClass deviceClass, KeyPair pair) {
    this.device = new Device(id, deviceClass);
    this.pair = pair;
  }

  /** A phone with a key of its own. */
  public static TokenPhone ofAThief() {
    return new TokenPhone("thief", DeviceClass.SMARTPHONE, pair());
  }

  public Device device() {
    return device;
  }

  /** The public half of its one-time key, as the record has it. */
  public String appKey() {
    return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
  }

  /** The activation password with the hash of its key, encrypted to Ichido. */
  public Ciphertext password(String digits, PublicKey ichido) {
    return encrypted(bound(digits), ichido);
  }

  /** The activation password with the hash of its key. */
  public String bound(String digits) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(pair.getPublic().getEncoded());
      return digits + ":" + HexFormat.of().formatHex(hash);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** What a channel encrypts to Ichido: an activation password as it was typed. */
  public static Ciphertext encrypted(String typed, PublicKey ichido) {
    try {
      Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
      cipher.init(Cipher.ENCRYPT_MODE, ichido, OAEP);
      return new Ciphertext(cipher.doFinal(typed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** Takes the seed out of an answer. */
  public void receive(Activation answer) {
    Activation.Delivered delivered = (Activation.Delivered) answer;
    seed = opened(delivered);
    otp = delivered.otp();
  }

  /** What is in an answer to this phone. */
  public byte[] opened(Activation.Delivered delivered) {
    try {
      Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
      cipher.init(Cipher.DECRYPT_MODE, pair.getPrivate(), OAEP);
      return cipher.doFinal(delivered.seed().bytes());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  public boolean has(byte[] secret) {
    return Arrays.equals(seed, secret);
  }

  /** What it shows while our clock says that. */
  public OneTimeCode codeAt(Instant now) {
    try (Seed secret = Seed.copyOf(seed)) {
      PlainTotp totp = new PlainTotp();
      long step = now.plus(fast).getEpochSecond() / otp.period().toSeconds();
      return OneTimeCode.of(totp.digits(totp.hmac(secret, otp.hash(), step), otp.digits()));
    }
  }

  private static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
