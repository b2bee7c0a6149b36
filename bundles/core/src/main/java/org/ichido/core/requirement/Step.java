package org.ichido.core.requirement;

import java.time.Instant;
import java.util.Optional;
import org.ichido.api.requirement.NextStep;

/**
 * What a user has to do next, and why.
 *
 * @param next what to do
 * @param until when it is possible, or by when it must be done
 * @param usable whether the user can give a code that is accepted
 * @param why how the token stands, in words for operators
 */
public record Step(NextStep next, Optional<Instant> until, boolean usable, String why) {}
