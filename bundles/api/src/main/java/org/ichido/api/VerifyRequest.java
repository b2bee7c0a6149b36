package org.ichido.api;

/**
 * A code that a user presented, and who asks about it. Which of the user's tokens it came from is
 * not said: the user has at most one ACTIVE token, and Ichido finds it.
 *
 * @param key the request's identity, by which it is judged once
 * @param holder the user who presented the code
 * @param code the code; closed by whoever made it, after the answer
 */
public record VerifyRequest(RequestKey key, Holder holder, OneTimeCode code) {}
