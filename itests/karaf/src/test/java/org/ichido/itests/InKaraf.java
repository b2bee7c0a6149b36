package org.ichido.itests;

import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;

import org.ichido.testkit.karaf.IchidoInKaraf;
import org.ops4j.pax.exam.Option;

/** The distribution in a container, and what our own suites write down there. */
final class InKaraf {
  private InKaraf() {}

  static Option distribution() {
    return composite(
        IchidoInKaraf.distribution(),
        bundle("file:" + property("ichido.evidence.jar")),
        systemProperty("ichido.evidence").value(property("ichido.evidence")));
  }

  static String property(String name) {
    String value = System.getProperty(name);
    if (value == null) {
      throw new IllegalStateException("run by Maven, which sets " + name);
    }
    return value;
  }
}
