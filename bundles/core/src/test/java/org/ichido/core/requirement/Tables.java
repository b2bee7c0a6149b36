package org.ichido.core.requirement;

import org.ichido.core.fakes.ShippedProfile;

/** The operation tables that are shipped. */
final class Tables {
  private Tables() {}

  static String text(String bank) {
    return ShippedProfile.text(bank, ShippedProfile.values(bank).get("operations.file"));
  }

  static OperationTable of(String bank) {
    try {
      return OperationTable.read(text(bank));
    } catch (InvalidTable e) {
      throw new AssertionError(bank, e);
    }
  }
}
