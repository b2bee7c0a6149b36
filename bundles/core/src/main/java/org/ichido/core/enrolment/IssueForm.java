package org.ichido.core.enrolment;

import java.util.Optional;
import org.ichido.api.act.Ciphertext;
import org.ichido.api.act.IssueRequest;
import org.ichido.api.act.Reason;
import org.ichido.core.secret.ActivationPassword;
import org.ichido.core.secret.HiddenPassword;
import org.ichido.core.secret.TransportPassword;
import org.ichido.spi.SecretVault;

/**
 * The form that a user filled in, looked through (S1-2 to S1-6). Opening the passwords takes
 * milliseconds, so this happens before the transaction; what was opened is wiped again.
 *
 * @param wrong the first thing that is wrong with it
 * @param password what is left of the password, if nothing is wrong
 */
record IssueForm(Optional<Reason> wrong, Optional<HiddenPassword> password) {
  static IssueForm of(IssueRequest request, MailForm mail, SecretVault vault) {
    if (!mail.fits(request.mail())) {
      return wrong(Reason.EMAIL_FORM);
    }
    if (!request.mail().equals(request.mailRepeated())) {
      return wrong(Reason.EMAIL_MISMATCH);
    }
    return ofPasswords(request.password(), request.passwordRepeated(), vault);
  }

  private static IssueForm ofPasswords(Ciphertext typed, Ciphertext typedAgain, SecretVault vault) {
    Optional<ActivationPassword> first = TransportPassword.ofIssue(typed, vault);
    Optional<ActivationPassword> second = TransportPassword.ofIssue(typedAgain, vault);
    try {
      if (first.isEmpty()) {
        return wrong(Reason.PASSWORD_FORM);
      }
      return first.equals(second)
          ? new IssueForm(Optional.empty(), Optional.of(HiddenPassword.of(first.get(), vault)))
          : wrong(Reason.PASSWORD_MISMATCH);
    } finally {
      first.ifPresent(ActivationPassword::close);
      second.ifPresent(ActivationPassword::close);
    }
  }

  private static IssueForm wrong(Reason reason) {
    return new IssueForm(Optional.of(reason), Optional.empty());
  }
}
