package org.ichido.core.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.ichido.api.VaultUnavailable;
import org.ichido.spi.SecretVault;

/**
 * An activation password that nobody can read any more: HMAC-SHA-256 under the vault's fingerprint
 * key. Opening a password takes milliseconds and must not happen inside a transaction; which token
 * it is for is known only there. So it is hidden and wiped before, and bound to the token after:
 * see {@link PasswordHmac}.
 *
 * <p>Immutable and thread-safe. Prints nothing of itself.
 */
public final class HiddenPassword {
  private static final byte[] PURPOSE =
      "activation-password-hidden".getBytes(StandardCharsets.US_ASCII);

  private final byte[] hmac;

  private HiddenPassword(byte[] hmac) {
    this.hmac = hmac;
  }

  /**
   * @param password the password; stays open
   * @param vault has the key
   * @return what is left of it
   * @throws VaultUnavailable if there is no key to be had
   */
  public static HiddenPassword of(ActivationPassword password, SecretVault vault) {
    byte[] digits = password.ascii();
    ByteBuffer data = ByteBuffer.allocate(2 * Integer.BYTES + PURPOSE.length + digits.length);
    try {
      data.putInt(PURPOSE.length).put(PURPOSE).putInt(digits.length).put(digits);
      return new HiddenPassword(vault.fingerprint(data.array()));
    } finally {
      Arrays.fill(data.array(), (byte) 0);
      Arrays.fill(digits, (byte) 0);
    }
  }

  /**
   * @return 32 bytes, a copy
   */
  byte[] hmac() {
    return hmac.clone();
  }

  @Override
  public String toString() {
    return "HiddenPassword";
  }
}
