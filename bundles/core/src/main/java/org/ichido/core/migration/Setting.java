package org.ichido.core.migration;

import java.time.Clock;
import java.util.random.RandomGenerator;
import org.ichido.core.profile.BankProfile;
import org.ichido.spi.SecretVault;

/**
 * What a run is made under from beginning to end.
 *
 * @param profile the bank's profile
 * @param vault opens and seals seeds
 * @param clock tells when
 * @param random where activation pairs come from
 */
record Setting(BankProfile profile, SecretVault vault, Clock clock, RandomGenerator random) {}
