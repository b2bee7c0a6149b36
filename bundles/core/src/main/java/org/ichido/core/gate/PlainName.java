package org.ichido.core.gate;

import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The name by which profiles call a service: plain, and always the same. */
final class PlainName {
  private static final Pattern PLAIN = Pattern.compile("[a-z][a-z0-9-]{0,31}");

  private PlainName() {}

  static String of(Supplier<String> service) throws Refused {
    String name = service.get();
    if (name == null || !PLAIN.matcher(name).matches()) {
      throw new Refused(
          "its name is not 1 to 32 lower-case letters, digits and hyphens, a letter first");
    }
    if (!name.equals(service.get())) {
      throw new Refused("it changes its name");
    }
    return name;
  }
}
