package org.ichido.api.migration;

import java.nio.file.Path;
import org.ichido.api.Actor;
import org.ichido.api.BankId;
import org.ichido.api.RequestKey;

/**
 * Contracts, users and live tokens of a former system, all in one. The files are on the machine of
 * the server.
 *
 * @param key the request's identity; the audit has it with every entry
 * @param bank the tenant
 * @param contracts the contracts, in the order of their ids
 * @param users the users, in the order of contract and user
 * @param tokens the live tokens, in the same order
 * @param dryRun whether it is only said what would be done
 * @param actor who loads
 */
public record LoadRequest(
    RequestKey key,
    BankId bank,
    Path contracts,
    Path users,
    Path tokens,
    boolean dryRun,
    Actor.Administrator actor) {}
