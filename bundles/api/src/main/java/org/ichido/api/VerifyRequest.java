package org.ichido.api;

import org.ichido.api.requirement.Use;

/**
 * A code that a user presented, what for, and who asks about it. Which of the user's tokens it came
 * from is not said: the user has at most one, and Ichido finds it.
 *
 * @param key the request's identity, by which it is judged once
 * @param holder the user who presented the code
 * @param use what the code is presented for; where the bank never asks for one it is refused
 *     (S3-17)
 * @param code the code; closed by whoever made it, after the answer
 */
public record VerifyRequest(RequestKey key, Holder holder, Use use, OneTimeCode code) {}
