package org.ichido.api.act;

import org.ichido.api.Holder;
import org.ichido.api.OneTimeCode;
import org.ichido.api.RequestKey;

/**
 * The first code of a token that is INITIALISED: if it is right, the token is ACTIVE and the code
 * is consumed (S1-24). No operation, so no operation table is asked (S3-17).
 *
 * @param key the request's identity
 * @param holder the user
 * @param code the code; closed by the caller
 */
public record ConfirmRequest(RequestKey key, Holder holder, OneTimeCode code) {}
