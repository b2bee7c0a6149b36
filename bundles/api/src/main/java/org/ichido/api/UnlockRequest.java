package org.ichido.api;

/**
 * Make a locked token usable again and set its failures to 0 (S4-38). The bank's profile says who
 * may.
 *
 * @param key the request's identity
 * @param holder a user of the token; a shared token is unlocked for all its users
 * @param actor who unlocks
 */
public record UnlockRequest(RequestKey key, Holder holder, Actor actor) {}
