package org.ichido.spi.store;

import java.time.Instant;

/**
 * That the bank stopped a token. Apart from its state and its lock; only the bank lifts it.
 *
 * @param since when
 * @param reason the bank's reason code, or empty text
 */
public record Suspension(Instant since, String reason) {}
