package org.ichido.api.act;

import org.ichido.api.Holder;
import org.ichido.api.RequestKey;

/**
 * A user who is logged in asks for a soft token (S1-1 to S1-8). Asked again before the confirmation
 * it begins anew: the former issue is cancelled and a new mail is sent (S1-15). Both entries of
 * each form field are handed in as they were typed (S1-2, S1-5).
 *
 * @param key the request's identity
 * @param holder the user
 * @param mail the address that the mail goes to
 * @param mailRepeated its second entry
 * @param password the activation password, encrypted to our transport key (docs/messages.md)
 * @param passwordRepeated its second entry, encrypted likewise
 */
public record IssueRequest(
    RequestKey key,
    Holder holder,
    String mail,
    String mailRepeated,
    Ciphertext password,
    Ciphertext passwordRepeated) {
  /** Without the address, which is personal. */
  @Override
  public String toString() {
    return "IssueRequest(" + key + ", " + holder + ")";
  }
}
