package org.ichido.core.wrong;

import org.ichido.spi.store.TokenStore;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;

public final class StaticReference {
  TokenStore store;

  // Dynamic, but it would keep the poorer service.
  @Reference(policy = ReferencePolicy.DYNAMIC)
  void bind(TokenStore bound) {
    store = bound;
  }
}
