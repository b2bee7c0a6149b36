package org.ichido.oath.wrong;

import org.ichido.vault.wrong.BrokerInVault;

public record NeighbourOfVault(BrokerInVault neighbour) {}
