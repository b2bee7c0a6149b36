package org.ichido.api;

/**
 * What makes a request the same request when it comes again: by redelivery, by resend with a new
 * message id, through another node.
 *
 * @param requester who asks
 * @param id the requester's name for the request
 */
public record RequestKey(Requester requester, RequestId id) {}
