package org.ichido.races;

import org.ichido.api.Holder;
import org.ichido.testkit.token.TokenApp;

/**
 * A customer of the races.
 *
 * @param holder the user, with a token of its own
 * @param app the token
 */
public record Racer(Holder holder, TokenApp app) {}
