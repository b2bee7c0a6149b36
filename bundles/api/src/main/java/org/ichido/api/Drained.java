package org.ichido.api;

import java.time.Instant;

/**
 * A bank whose messages wait because an administrator wants it so.
 *
 * @param bank the bank
 * @param since from when on
 * @param by who drained it
 */
public record Drained(BankId bank, Instant since, Actor.Administrator by) {}
