package org.ichido.core.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.ichido.api.TokenId;
import org.ichido.api.VaultUnavailable;
import org.ichido.spi.SecretVault;

/**
 * What is kept of an activation password until it is used: HMAC-SHA-256 under the vault's
 * fingerprint key, bound to its purpose and its token. From the store alone four digits cannot be
 * guessed, and moved to another token's row it fits nothing (T14, T19).
 *
 * <p>Immutable and thread-safe. Compares in constant time and prints nothing of itself.
 */
public final class PasswordHmac {
  private static final byte[] PURPOSE = "activation-password".getBytes(StandardCharsets.US_ASCII);
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  private final byte[] hmac;

  private PasswordHmac(byte[] hmac) {
    this.hmac = hmac;
  }

  /**
   * @param password the password
   * @param token the token it activates
   * @param vault has the key
   * @return what to keep, or to compare with what was kept
   * @throws VaultUnavailable if there is no key to be had
   */
  public static PasswordHmac of(HiddenPassword password, TokenId token, SecretVault vault) {
    byte[] id = token.value().getBytes(StandardCharsets.US_ASCII);
    byte[] hidden = password.hmac();
    ByteBuffer data =
        ByteBuffer.allocate(3 * Integer.BYTES + PURPOSE.length + id.length + hidden.length);
    for (byte[] part : new byte[][] {PURPOSE, id, hidden}) {
      data.putInt(part.length).put(part);
    }
    return new PasswordHmac(vault.fingerprint(data.array()));
  }

  /**
   * Reads what {@link #hex} wrote.
   *
   * @param hex 64 lower-case hexadecimal digits
   * @return what was kept
   * @throws IllegalArgumentException if it is anything else
   */
  public static PasswordHmac ofHex(String hex) {
    if (!FORM.matcher(hex).matches()) {
      throw new IllegalArgumentException(
          "HMAC of an activation password: 64 lower-case hexadecimal digits, but got "
              + hex.length()
              + " characters");
    }
    return new PasswordHmac(HexFormat.of().parseHex(hex));
  }

  /**
   * @return 64 lower-case hexadecimal digits, for the store
   */
  public String hex() {
    return HexFormat.of().formatHex(hmac);
  }

  /** In constant time. */
  @Override
  public boolean equals(Object other) {
    return other instanceof PasswordHmac kept && MessageDigest.isEqual(hmac, kept.hmac);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(hmac);
  }

  @Override
  public String toString() {
    return "PasswordHmac";
  }
}
