package org.ichido.api;

import java.time.Instant;
import java.util.Optional;

/**
 * A token with a known seed is bound to a user and is ACTIVE at once. Its parameters are those of
 * the bank's profile at that moment.
 *
 * @param key the request's identity
 * @param holder the user who gets the token
 * @param kind SOFT or HARD
 * @param seed the shared secret; closed by the caller after the answer
 * @param expires the first instant at which its codes are refused; empty for never
 * @param actor who registers
 */
public record RegisterRequest(
    RequestKey key,
    Holder holder,
    TokenKind kind,
    Seed seed,
    Optional<Instant> expires,
    Actor actor) {}
