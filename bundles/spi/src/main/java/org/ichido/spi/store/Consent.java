package org.ichido.spi.store;

import java.time.Instant;

/**
 * That a customer agreed to the terms (S1-20).
 *
 * @param at when
 * @param terms their version
 */
public record Consent(Instant at, String terms) {}
