package org.ichido.api.requirement;

import org.ichido.api.Holder;

/**
 * A channel asks, after the first factor, whether an operation needs a code.
 *
 * @param holder the user, whom the channel has authenticated by the first factor
 * @param use the operation
 * @param facts what the channel knows of it
 */
public record Question(Holder holder, Use use, Facts facts) {}
