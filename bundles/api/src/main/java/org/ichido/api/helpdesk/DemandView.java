package org.ichido.api.helpdesk;

import org.ichido.api.requirement.Demand;
import org.ichido.api.requirement.Use;

/**
 * What a use demands of a customer now.
 *
 * @param use what the customer wants to do
 * @param demand whether that needs a code
 * @param shown the Japanese words for that, as the customer is shown them
 * @param why the row of the operation table, or how contract, user and token stand; one line
 */
public record DemandView(Use use, Demand demand, String shown, String why) {}
