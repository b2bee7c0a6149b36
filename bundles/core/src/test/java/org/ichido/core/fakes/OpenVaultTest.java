package org.ichido.core.fakes;

import org.ichido.spi.SecretVault;
import org.ichido.spi.TransportKeyContract;

/** The fake seals nothing, but what others encrypt to it is as safe as with a real one. */
class OpenVaultTest extends TransportKeyContract {
  private static final OpenVault VAULT = new OpenVault();

  @Override
  protected SecretVault vault() {
    return VAULT;
  }
}
