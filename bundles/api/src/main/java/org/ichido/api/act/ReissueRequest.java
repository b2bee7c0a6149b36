package org.ichido.api.act;

/**
 * A customer asks for a token again on a new phone, without revoking the former (S2-17): that is
 * revoked in the moment in which this is accepted.
 *
 * @param issue the form, as for an issue
 * @param proofs what the channel proved (S2-18)
 */
public record ReissueRequest(IssueRequest issue, Proofs proofs) {}
