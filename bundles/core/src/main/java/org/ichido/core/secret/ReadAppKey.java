package org.ichido.core.secret;

import java.util.Optional;

/**
 * What a text turned out to be that should be an app's public key.
 *
 * @param kind which outcome
 * @param key the key if USABLE
 */
public record ReadAppKey(Kind kind, Optional<AppKey> key) {
  /** The outcomes. */
  public enum Kind {
    /** It is a key to which a seed may be encrypted. */
    USABLE,
    /** It is no base64, or not the one spelling of its bytes. */
    NOT_BASE64,
    /** It is no SubjectPublicKeyInfo of an RSA key in DER, or there is more beside it. */
    NOT_AN_RSA_KEY,
    /** It has less than 2,048 or more than 4,096 bits. */
    WRONG_LENGTH,
    /** Its exponent is not 65,537. */
    WRONG_EXPONENT
  }

  static ReadAppKey usable(AppKey key) {
    return new ReadAppKey(Kind.USABLE, Optional.of(key));
  }

  static ReadAppKey refused(Kind kind) {
    return new ReadAppKey(kind, Optional.empty());
  }
}
