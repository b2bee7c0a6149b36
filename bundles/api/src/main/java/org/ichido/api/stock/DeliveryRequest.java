package org.ichido.api.stock;

import java.nio.file.Path;
import org.ichido.api.Actor;
import org.ichido.api.BankId;
import org.ichido.api.RequestKey;

/**
 * A delivery to be taken into stock. The file is on the machine of the server and open to its owner
 * alone.
 *
 * @param key the request's identity; the audit has it with every entry
 * @param bank the tenant
 * @param file the delivery, one row for each device
 * @param dryRun whether it is only said what would be done
 * @param wipe whether the file is overwritten and deleted once all of it is in stock
 * @param actor who takes it in
 */
public record DeliveryRequest(
    RequestKey key, BankId bank, Path file, boolean dryRun, boolean wipe, Actor actor) {}
