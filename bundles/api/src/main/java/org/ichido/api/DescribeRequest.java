package org.ichido.api;

/**
 * An operator asks how things stand for a user, causes included. The question itself is audited.
 *
 * @param key the request's identity
 * @param holder the user in question
 * @param actor who asks
 */
public record DescribeRequest(RequestKey key, Holder holder, Actor actor) {}
