package org.ichido.vault.wrong;

import org.apache.activemq.ImaginedBroker;

public record BrokerInVault(ImaginedBroker broker) {}
