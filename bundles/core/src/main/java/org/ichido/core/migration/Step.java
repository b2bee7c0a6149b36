package org.ichido.core.migration;

import java.util.function.Function;
import org.ichido.api.RequestKey;
import org.ichido.api.contract.ContractRequest;
import org.ichido.api.migration.Difference;
import org.ichido.api.migration.MigrationFile;

/**
 * A difference and the act that ends it.
 *
 * @param difference what is different
 * @param file where that was read
 * @param line on which line
 * @param act the act, once it has a key
 */
record Step(
    Difference difference,
    MigrationFile file,
    long line,
    Function<RequestKey, ContractRequest> act) {}
