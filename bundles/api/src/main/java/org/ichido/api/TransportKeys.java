package org.ichido.api;

import org.osgi.annotation.versioning.ProviderType;

/** Tells the key to which others encrypt, so that it can be handed to them. Thread-safe. */
@ProviderType
public interface TransportKeys {
  /**
   * The key in use. Who asks first on an installation may wait some seconds while it is made. When
   * a newer one takes its place, what was encrypted to it still opens.
   *
   * @return the key, RSA of 3,072 bits
   * @throws VaultUnavailable if there is no key to be had
   */
  TransportKey current();
}
