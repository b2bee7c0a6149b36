package org.ichido.api.act;

import java.util.Optional;
import org.ichido.api.BankId;
import org.ichido.api.RequestKey;

/**
 * The app asks for the seed (S1-13 to S1-23). The three values prove that whoever holds the phone
 * got the mail and chose the password; which of them was wrong is never told.
 *
 * @param key the request's identity; the same again gets the same answer (S1-19)
 * @param bank the tenant
 * @param pair the activation service id and user id
 * @param password the activation password and the hash of the app's key, encrypted to our transport
 *     key (docs/messages.md)
 * @param appKey the app's one-time public key, a SubjectPublicKeyInfo in DER, as base64
 * @param device what the app runs on
 * @param terms the version of the terms that the customer agreed to; empty if not (S1-20)
 * @param displayName the customer's addition to the token's name; empty keeps the default (S1-23)
 */
public record ActivateRequest(
    RequestKey key,
    BankId bank,
    ActivationPair pair,
    Ciphertext password,
    String appKey,
    Device device,
    Optional<String> terms,
    Optional<String> displayName) {}
