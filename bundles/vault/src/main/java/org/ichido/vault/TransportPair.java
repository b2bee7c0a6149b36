package org.ichido.vault;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Optional;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.IllegalBlockSizeException;
import javax.crypto.SecretKey;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.ichido.api.TransportKey;
import org.ichido.api.VaultUnavailable;

/**
 * An RSA pair of 3,072 bits to which others encrypt with RSAES-OAEP, SHA-256 for hash and MGF1 and
 * an empty label (RFC 8017 section 7.1). Immutable and thread-safe; prints its name alone.
 */
final class TransportPair {
  static final int BITS = 3072;

  /** The name of the first pair, which follows from a seed key. */
  static final String FIRST = "transport-1";

  private static final String TRANSFORMATION = "RSA/ECB/OAEPPadding";
  private static final OAEPParameterSpec OAEP =
      new OAEPParameterSpec(
          "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

  private final String id;
  private final RSAPrivateKey opening;
  private final RSAPublicKey closing;

  private TransportPair(String id, RSAPrivateKey opening, RSAPublicKey closing) {
    this.id = id;
    this.opening = opening;
    this.closing = closing;
  }

  /**
   * Takes a second or so.
   *
   * @param seedKey the oldest seed key
   * @return the first pair, always the same for the same key
   */
  static TransportPair derivedFrom(SecretKey seedKey) {
    try {
      RSAPrivateCrtKey opening = DerivedPair.of(seedKey);
      BigInteger n = opening.getModulus();
      RSAPublicKeySpec spec = new RSAPublicKeySpec(n, opening.getPublicExponent());
      return new TransportPair(
          FIRST, opening, (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec));
    } catch (GeneralSecurityException e) {
      throw new VaultUnavailable("this JVM cannot make an RSA key; check its providers", e);
    }
  }

  /**
   * @param id its alias
   * @param entry an entry of a keystore
   * @return the pair; empty if it is none of RSA with 3,072 bits, or its halves do not fit
   */
  static Optional<TransportPair> of(String id, KeyStore.Entry entry) {
    return entry instanceof KeyStore.PrivateKeyEntry pair
            && pair.getPrivateKey() instanceof RSAPrivateKey opening
            && pair.getCertificate().getPublicKey() instanceof RSAPublicKey closing
            && closing.getModulus().bitLength() == BITS
            && closing.getModulus().equals(opening.getModulus())
        ? Optional.of(new TransportPair(id, opening, closing))
        : Optional.empty();
  }

  /**
   * @return the entry for a keystore, which wants a certificate with a private key
   */
  KeyStore.PrivateKeyEntry entry() throws GeneralSecurityException {
    return new KeyStore.PrivateKeyEntry(
        opening, new Certificate[] {SelfSignedCertificate.of("Ichido " + id, closing, opening)});
  }

  TransportKey key() {
    return new TransportKey(id, closing);
  }

  /**
   * @return the plain text; empty for whatever does not open
   */
  Optional<byte[]> decrypt(byte[] ciphertext) {
    // The JDK would take a shorter one for a number with zeros before it.
    if (ciphertext.length != BITS / Byte.SIZE) {
      return Optional.empty();
    }
    Cipher cipher = cipher();
    try {
      return Optional.of(cipher.doFinal(ciphertext));
    } catch (BadPaddingException | IllegalBlockSizeException e) {
      // Why it does not open is an oracle (RFC 8017 section 7.1.2): nobody is told, nor the log.
      return Optional.empty();
    }
  }

  private Cipher cipher() {
    try {
      Cipher cipher = Cipher.getInstance(TRANSFORMATION);
      cipher.init(Cipher.DECRYPT_MODE, opening, OAEP);
      return cipher;
    } catch (GeneralSecurityException e) {
      throw new VaultUnavailable(
          "this JVM cannot decrypt with RSAES-OAEP and SHA-256; check its providers", e);
    }
  }

  boolean hasTheKeyOf(TransportPair other) {
    return closing.equals(other.closing);
  }

  @Override
  public String toString() {
    return "TransportPair(" + id + ")";
  }
}
