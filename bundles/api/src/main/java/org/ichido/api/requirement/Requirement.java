package org.ichido.api.requirement;

import java.time.Instant;
import java.util.Optional;

/**
 * The answer to {@link Requirements#next}.
 *
 * @param at when it was so
 * @param demand whether the operation needs a code
 * @param step what the user has to do next
 * @param until when that step becomes possible ({@link NextStep#WAIT}), or by when it must be done
 *     (ACTIVATE, CONFIRM: the end of the enrolment; RENEW: the expiry; REGISTER: the end of the
 *     time in which it can be skipped, and none if it cannot or no longer), when it is over by
 *     itself (UNLOCK, if it ever is), or since when it is due (REISSUE after an expiry)
 * @param why where the answer comes from: a row of the operation table with the number of its
 *     requirement, or the state of contract, user or token; one line for operators
 */
public record Requirement(
    Instant at, Demand demand, NextStep step, Optional<Instant> until, String why) {}
