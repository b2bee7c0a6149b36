package org.ichido.core.work;

import java.time.Clock;
import java.util.random.RandomGenerator;
import org.ichido.core.profile.BankProfile;
import org.ichido.spi.SecretVault;

/**
 * What a request is handled under from beginning to end. A change of any of these holds from the
 * next request on.
 *
 * @param profile the bank's profile
 * @param vault opens and seals seeds
 * @param decoy stands in for the seed of a token that is not there
 * @param clock tells when
 * @param random where ids and seeds come from
 */
public record Snapshot(
    BankProfile profile, SecretVault vault, Decoy decoy, Clock clock, RandomGenerator random) {}
