package org.ichido.vault;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import javax.security.auth.x500.X500Principal;

/**
 * The certificate without which a PKCS#12 keystore takes no private key: X.509 version 1 (RFC 5280
 * section 4.1), valid always, signed by the key itself. It vouches for nothing. The JDK has no
 * public way to make one, so its few fields are written here in DER.
 */
final class SelfSignedCertificate {
  private static final byte SEQUENCE = 0x30;
  private static final byte INTEGER = 0x02;
  private static final byte BIT_STRING = 0x03;
  private static final byte UTC_TIME = 0x17;
  private static final byte GENERALIZED_TIME = 0x18;

  /** SHA256withRSA: 1.2.840.113549.1.1.11 without parameters (RFC 4055 section 5). */
  private static final byte[] ALGORITHM = HexFormat.of().parseHex("300d06092a864886f70d01010b0500");

  private SelfSignedCertificate() {}

  /**
   * @param name its common name
   * @param key the public half
   * @param signer the private half
   * @return the certificate, always the same for the same key
   * @throws GeneralSecurityException also if the halves do not fit
   */
  static X509Certificate of(String name, PublicKey key, PrivateKey signer)
      throws GeneralSecurityException {
    byte[] holder = new X500Principal("CN=" + name).getEncoded();
    byte[] content =
        der(
            SEQUENCE,
            der(INTEGER, BigInteger.ONE.toByteArray()),
            ALGORITHM,
            holder,
            // "no well-defined expiration date" (RFC 5280 section 4.1.2.5)
            der(
                SEQUENCE,
                der(UTC_TIME, ascii("260101000000Z")),
                der(GENERALIZED_TIME, ascii("99991231235959Z"))),
            holder,
            key.getEncoded());
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(signer);
    signature.update(content);
    byte[] wholeBytes = {0};
    byte[] signed =
        der(SEQUENCE, content, ALGORITHM, der(BIT_STRING, wholeBytes, signature.sign()));
    X509Certificate certificate =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(signed));
    certificate.verify(key);
    return certificate;
  }

  private static byte[] der(byte tag, byte[]... contents) {
    int length = 0;
    for (byte[] content : contents) {
      length += content.length;
    }
    byte[] head = head(tag, length);
    byte[] all = new byte[head.length + length];
    System.arraycopy(head, 0, all, 0, head.length);
    int at = head.length;
    for (byte[] content : contents) {
      System.arraycopy(content, 0, all, at, content.length);
      at += content.length;
    }
    return all;
  }

  /** Lengths up to 127 are one byte, longer ones are their bytes with the count before them. */
  private static byte[] head(byte tag, int length) {
    if (length < 0x80) {
      return new byte[] {tag, (byte) length};
    }
    return length < 0x100
        ? new byte[] {tag, (byte) 0x81, (byte) length}
        : new byte[] {tag, (byte) 0x82, (byte) (length >> 8), (byte) length};
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
