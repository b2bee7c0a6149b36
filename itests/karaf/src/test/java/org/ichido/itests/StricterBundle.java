package org.ichido.itests;

import java.io.IOException;
import java.io.InputStream;

/** The jar that an administrator would drop in: one rule, its DS description, a higher ranking. */
final class StricterBundle {
  private StricterBundle() {}

  static InputStream jar() throws IOException {
    return BuiltBundle.named("org.ichido.itests.stricter")
        .header("Import-Package", "org.ichido.api,org.ichido.spi")
        .component("org.ichido.itests.stricter.OneFailure", 100, "org.ichido.spi.LockoutRule", "")
        .jar();
  }
}
