package org.ichido.api.act;

/**
 * What the channel proved of a customer who asks for a token again on a new phone (S2-18). The
 * channel's word counts: the first factors are not Ichido's.
 *
 * @param card the card of the representative account
 * @param confirmationPassword the confirmation password
 * @param phone the registered phone
 */
public record Proofs(boolean card, boolean confirmationPassword, boolean phone) {}
