package org.ichido.api.act;

import org.ichido.api.Actor;
import org.ichido.api.Holder;
import org.ichido.api.RequestKey;

/**
 * An operator acts for a customer, where nothing but the customer and the operator needs to be
 * said.
 *
 * @param key the request's identity
 * @param holder the customer
 * @param operator who acts
 */
public record OperatorRequest(RequestKey key, Holder holder, Actor.Operator operator) {}
