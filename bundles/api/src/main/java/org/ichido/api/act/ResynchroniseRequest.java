package org.ichido.api.act;

import org.ichido.api.Actor;
import org.ichido.api.Holder;
import org.ichido.api.OneTimeCode;
import org.ichido.api.RequestKey;

/**
 * Two successive codes show how far a token's clock is off (S0-28, S0-40). Both are consumed.
 *
 * @param key the request's identity
 * @param holder the user
 * @param first a code; closed by the caller
 * @param second the code after it; closed by the caller
 * @param actor who asks: the user or an operator
 */
public record ResynchroniseRequest(
    RequestKey key, Holder holder, OneTimeCode first, OneTimeCode second, Actor actor) {}
