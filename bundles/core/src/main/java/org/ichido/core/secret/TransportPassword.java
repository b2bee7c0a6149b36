package org.ichido.core.secret;

import java.util.Optional;
import org.ichido.api.VaultUnavailable;
import org.ichido.api.act.Ciphertext;
import org.ichido.spi.SecretVault;

/** An activation password on its way to us: RSAES-OAEP to our transport key. */
public final class TransportPassword {
  private TransportPassword() {}

  /**
   * Opens the password of an issue; see {@link ActivationPassword#ofIssue}.
   *
   * @param ciphertext what came
   * @param vault has the transport key
   * @return the password, which the caller closes; empty if it does not open or is none, and nobody
   *     is told which
   * @throws VaultUnavailable if there is no key to be had
   */
  public static Optional<ActivationPassword> ofIssue(Ciphertext ciphertext, SecretVault vault) {
    return EncryptedField.open(ciphertext.bytes(), vault, ActivationPassword::ofIssue);
  }

  /**
   * Opens the password of an activation; see {@link ActivationPassword#ofActivation}.
   *
   * @param ciphertext what came
   * @param key the app's key that came with it
   * @param vault has the transport key
   * @return the password, which the caller closes; empty if it does not open, is none, or is bound
   *     to another key, and nobody is told which
   * @throws VaultUnavailable if there is no key to be had
   */
  public static Optional<ActivationPassword> ofActivation(
      Ciphertext ciphertext, AppKey key, SecretVault vault) {
    return EncryptedField.open(
        ciphertext.bytes(), vault, plain -> ActivationPassword.ofActivation(plain, key));
  }
}
