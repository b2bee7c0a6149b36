package org.ichido.core.fakes;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The profile that is shipped, read from where it is shipped, with an algorithm for tests. */
public final class KinsanProfile {
  private KinsanProfile() {}

  public static Map<String, String> values() {
    Properties properties = new Properties();
    Path file = Path.of("../../config/banks/kinsan/org.ichido.bank~kinsan.cfg");
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    Map<String, String> values = new TreeMap<>();
    properties.forEach((key, value) -> values.put((String) key, (String) value));
    values.put("otp.algorithm", FactorAsCode.NAME);
    return values;
  }

  public static Map<String, String> with(String key, String value) {
    Map<String, String> values = values();
    values.put(key, value);
    return values;
  }

  public static Map<String, String> without(String key) {
    Map<String, String> values = values();
    values.remove(key);
    return values;
  }
}
