package org.ichido.api.order;

import java.time.LocalDate;
import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.BankId;
import org.ichido.api.RequestKey;

/**
 * The books of a business date are to be compared, at day end.
 *
 * @param key the request's identity
 * @param bank the tenant
 * @param date the business date
 * @param theirs what core banking says that it booked; empty to compare orders, debits and replies
 *     alone
 * @param actor who asks
 */
public record BooksRequest(
    RequestKey key, BankId bank, LocalDate date, Optional<Books> theirs, Actor actor) {}
