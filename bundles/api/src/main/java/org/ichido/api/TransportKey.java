package org.ichido.api;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A public key to which others encrypt what only Ichido may read: activation passwords, and the
 * seeds of a migration. It is no secret; but whoever has it replaced by another one on its way
 * reads what is encrypted, so its {@link #sha256} is compared by another way.
 *
 * @param id names the key where several are in use: 1 to 32 visible ASCII characters, the same on
 *     every node
 * @param key the key
 */
public record TransportKey(String id, RSAPublicKey key) {
  private static final int COLUMNS = 64;

  /**
   * @return the SubjectPublicKeyInfo (RFC 5280 section 4.1) as PEM (RFC 7468 section 13), with a
   *     line end behind each line
   */
  public String pem() {
    byte[] lineEnd = {'\n'};
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder(COLUMNS, lineEnd).encodeToString(key.getEncoded())
        + "\n-----END PUBLIC KEY-----\n";
  }

  /**
   * @return SHA-256 of the SubjectPublicKeyInfo in DER, as 64 lower-case hexadecimal digits
   */
  public String sha256() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(key.getEncoded()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JVM has no SHA-256, which every JVM must have", e);
    }
  }
}
