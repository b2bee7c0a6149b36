package org.ichido.core.secret;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/** Keys and ciphertexts made by OpenSSL; the README beside the files says how. */
public final class OpensslMade {
  static final OAEPParameterSpec OAEP =
      new OAEPParameterSpec(
          "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

  private OpensslMade() {}

  static String text(String file) {
    try (InputStream in = OpensslMade.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  public static RSAPrivateCrtKey privateKey(String file) {
    try {
      String base64 = text(file).replaceAll("-----[A-Z ]+-----|\n", "");
      return (RSAPrivateCrtKey)
          KeyFactory.getInstance("RSA")
              .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  public static RSAPublicKey publicKey(RSAPrivateCrtKey opening) {
    try {
      return (RSAPublicKey)
          KeyFactory.getInstance("RSA")
              .generatePublic(
                  new RSAPublicKeySpec(opening.getModulus(), opening.getPublicExponent()));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  static AppKey appKey() {
    return AppKey.read(text("app.base64")).key().orElseThrow();
  }

  /** What the app makes of what was encrypted to its key. */
  static byte[] openedByTheApp(byte[] ciphertext) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
    cipher.init(Cipher.DECRYPT_MODE, privateKey("app.pem"), OAEP);
    return cipher.doFinal(ciphertext);
  }

  /** A field as a channel or an app makes it. */
  public static String encryptedToUs(byte[] plain) {
    try {
      Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
      cipher.init(Cipher.ENCRYPT_MODE, publicKey(privateKey("transport.pem")), OAEP);
      return Base64.getEncoder().encodeToString(cipher.doFinal(plain));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
