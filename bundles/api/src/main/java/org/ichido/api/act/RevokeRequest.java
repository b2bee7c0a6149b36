package org.ichido.api.act;

import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.Holder;
import org.ichido.api.OneTimeCode;
import org.ichido.api.RequestKey;

/**
 * A token is to be unbound for good (S0-20, S0-36).
 *
 * @param key the request's identity
 * @param holder whose token
 * @param actor who revokes
 * @param code the actor's own current code, if the actor is a user; verified and consumed in the
 *     same transaction (S0-18); closed by the caller
 */
public record RevokeRequest(
    RequestKey key, Holder holder, Actor actor, Optional<OneTimeCode> code) {}
