package org.ichido.core.stock;

import java.time.Clock;
import org.ichido.core.profile.BankProfile;
import org.ichido.spi.SecretVault;

/**
 * What a delivery is taken in under, from beginning to end.
 *
 * @param profile the bank's profile
 * @param vault names and seals seeds
 * @param clock tells when
 */
record Setting(BankProfile profile, SecretVault vault, Clock clock) {}
