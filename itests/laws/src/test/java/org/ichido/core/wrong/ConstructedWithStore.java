package org.ichido.core.wrong;

import org.ichido.spi.store.TokenStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

public final class ConstructedWithStore {
  final TokenStore store;

  @Activate
  public ConstructedWithStore(@Reference TokenStore store) {
    this.store = store;
  }
}
