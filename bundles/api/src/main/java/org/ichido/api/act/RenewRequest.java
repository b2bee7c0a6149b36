package org.ichido.api.act;

import org.ichido.api.BankId;
import org.ichido.api.OneTimeCode;
import org.ichido.api.RequestKey;

/**
 * The customer renews a soft token in the app (S2-23). The current code is verified and consumed.
 *
 * @param key the request's identity
 * @param bank the tenant
 * @param pair the pair by which the app knows the token
 * @param code the current code; closed by the caller
 */
public record RenewRequest(RequestKey key, BankId bank, ActivationPair pair, OneTimeCode code) {}
