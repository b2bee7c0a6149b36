package org.ichido.api.migration;

import java.nio.file.Path;
import org.ichido.api.Actor;
import org.ichido.api.BankId;
import org.ichido.api.RequestKey;

/**
 * Contracts and users as core banking has them now. The files are on the machine of the server.
 *
 * @param key the request's identity; what is done has it with a number behind it, so its id has 24
 *     characters at the most
 * @param bank the tenant
 * @param contracts the contracts, in the order of their ids
 * @param users the users, in the order of contract and user
 * @param full whether the files hold everything that the bank has, so that what is not in them is
 *     missing; otherwise only what may have changed
 * @param dryRun whether it is only said what would be done
 * @param actor who asks for it
 */
public record DeltaRequest(
    RequestKey key,
    BankId bank,
    Path contracts,
    Path users,
    boolean full,
    boolean dryRun,
    Actor.Administrator actor) {
  /** The longest id of the request, in characters. */
  public static final int LONGEST_ID = 24;

  /**
   * @throws IllegalArgumentException if the request's id is too long
   */
  public DeltaRequest {
    if (key.id().value().length() > LONGEST_ID) {
      throw new IllegalArgumentException("request id of a delta: 24 characters at the most");
    }
  }
}
