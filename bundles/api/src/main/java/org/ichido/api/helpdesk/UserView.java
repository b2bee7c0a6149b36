package org.ichido.api.helpdesk;

import java.time.Instant;
import java.util.Optional;
import org.ichido.api.contract.Role;

/**
 * A user as core banking told of him.
 *
 * @param role what the user may do under the contract
 * @param removed when core banking removed the user
 * @param coolDown the end of the cool-down after a revocation, while it lasts (S0-26)
 * @param downloads seeds delivered to the user since the last release
 * @param mostDownloads how many the bank lets a user have without a release; empty for no limit
 *     (S2-19)
 */
public record UserView(
    Role role,
    Optional<Instant> removed,
    Optional<Instant> coolDown,
    int downloads,
    Optional<Integer> mostDownloads) {}
