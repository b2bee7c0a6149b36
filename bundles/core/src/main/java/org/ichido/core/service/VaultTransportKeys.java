package org.ichido.core.service;

import org.ichido.api.TransportKey;
import org.ichido.api.TransportKeys;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The transport key of the vault as it is now. */
@Component
public final class VaultTransportKeys implements TransportKeys {
  private final CurrentServices services;

  /** For Declarative Services. */
  @Activate
  public VaultTransportKeys(@Reference CurrentServices services) {
    this.services = services;
  }

  @Override
  public TransportKey current() {
    return services.vault().transportKey();
  }
}
