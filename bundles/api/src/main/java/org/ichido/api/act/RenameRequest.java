package org.ichido.api.act;

import org.ichido.api.BankId;
import org.ichido.api.RequestKey;

/**
 * The customer changes the addition to a token's name in the app (S0-41, S1-23).
 *
 * @param key the request's identity
 * @param bank the tenant
 * @param pair the pair by which the app knows the token
 * @param displayName the addition; empty for the default name
 */
public record RenameRequest(RequestKey key, BankId bank, ActivationPair pair, String displayName) {}
