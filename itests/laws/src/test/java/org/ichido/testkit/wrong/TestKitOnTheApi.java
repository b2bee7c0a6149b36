package org.ichido.testkit.wrong;

import org.ichido.api.BankId;

/** Breaks a law on purpose. */
public final class TestKitOnTheApi {
  /** Would be stopped together with the API. */
  public BankId kinsan() {
    return new BankId("kinsan");
  }
}
