package org.ichido.core.profile;

import org.ichido.core.verify.DriftLimits;

/**
 * What a bank says about clocks that are off (S0-28, S0-40).
 *
 * @param users whether users may have the clocks of their own tokens measured
 * @param operators whether operators may, for a customer
 * @param limits how far they may be off
 */
public record DriftPolicy(boolean users, boolean operators, DriftLimits limits) {}
