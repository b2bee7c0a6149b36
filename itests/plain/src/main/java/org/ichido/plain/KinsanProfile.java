package org.ichido.plain;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The profile of Kinsan as it is shipped. */
public final class KinsanProfile {
  /** Its configuration's PID. */
  public static final String PID = "org.ichido.bank~kinsan";

  private KinsanProfile() {}

  /**
   * @return a copy of all keys and values, to be changed at will
   */
  public static Map<String, String> values() {
    String banks = System.getProperty("ichido.banks");
    if (banks == null) {
      throw new IllegalStateException("run by Maven, which sets ichido.banks");
    }
    Properties properties = new Properties();
    try (Reader file = Files.newBufferedReader(Path.of(banks, "kinsan", PID + ".cfg"))) {
      properties.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> values = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> values.put(key, properties.getProperty(key)));
    return values;
  }
}
