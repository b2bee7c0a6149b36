package org.ichido.api.stock;

import org.ichido.api.Actor;
import org.ichido.api.BankId;
import org.ichido.api.RequestKey;

/**
 * A device that is destroyed: broken, its battery empty, or come back.
 *
 * @param key the request's identity, for the audit
 * @param bank the tenant
 * @param serial which
 * @param actor who had it destroyed
 */
public record DisposeRequest(RequestKey key, BankId bank, TokenSerial serial, Actor actor) {}
