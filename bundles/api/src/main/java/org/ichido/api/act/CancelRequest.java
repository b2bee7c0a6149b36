package org.ichido.api.act;

import java.util.Optional;
import org.ichido.api.Holder;
import org.ichido.api.RequestId;
import org.ichido.api.RequestKey;
import org.ichido.api.TokenId;

/**
 * A channel takes back an earlier request of its own, such as when the customer left before the
 * answer came. An enrolment that is still under way can be taken back; what else was decided
 * stands, a verdict above all.
 *
 * @param key the request's identity
 * @param holder the user whom the original is about
 * @param original the original as it was answered; empty if it was not, or that is forgotten
 */
public record CancelRequest(RequestKey key, Holder holder, Optional<Original> original) {
  /**
   * An earlier request of the same requester.
   *
   * @param id its identity there
   * @param began the token whose enrolment it began, if it did
   */
  public record Original(RequestId id, Optional<TokenId> began) {}
}
