package org.ichido.api;

import java.util.Optional;

/**
 * Make a locked token usable again and set its failures to 0 (S0-37, S4-38). The bank's profile
 * says who may.
 *
 * @param key the request's identity
 * @param holder a user of the token; a shared token is unlocked for all its users
 * @param actor who unlocks; never a user of the token (S0-38)
 * @param code the actor's own current code, if the actor is a user and the profile demands it;
 *     verified and consumed in the same transaction; closed by the caller
 */
public record UnlockRequest(
    RequestKey key, Holder holder, Actor actor, Optional<OneTimeCode> code) {}
