package org.ichido.api.act;

import org.ichido.api.Actor;
import org.ichido.api.BankId;
import org.ichido.api.RequestId;
import org.ichido.api.RequestKey;

/**
 * A second operator approves what a first one asked for (four eyes). It is done in the transaction
 * of the approval.
 *
 * @param key the request's identity
 * @param bank the tenant
 * @param asked the id of the first operator's request, of the same requester
 * @param operator who approves; never who asked
 */
public record ApproveRequest(
    RequestKey key, BankId bank, RequestId asked, Actor.Operator operator) {}
