package org.ichido.api;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Says whether a one-time code is right, and consumes it.
 *
 * <p>A code is accepted at most once (RFC 6238 section 5.2, S0-4): over all threads, nodes,
 * restarts and paths. The verdict is durable before it is returned: an ACCEPTED that a caller has
 * seen survives {@code kill -9} and a power cut. A failure that counts is recorded before REFUSED
 * is returned.
 *
 * <p>Thread-safe. A request is judged under one snapshot of the profile, the algorithm, the lockout
 * rules and the vault; a change of any of them holds from the next request on and never cancels one
 * in flight.
 */
@ProviderType
public interface Authenticator {
  /**
   * Judges a code.
   *
   * @param request the code, who presented it and the request's identity; the same identity again
   *     gets the first verdict and has no second effect
   * @return the verdict
   * @throws NoAnswer if nothing could be decided or the decision could not be made durable; ask
   *     again with the same key. Never means "refused".
   */
  Verdict verify(VerifyRequest request);
}
