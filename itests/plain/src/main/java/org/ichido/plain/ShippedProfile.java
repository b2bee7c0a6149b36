package org.ichido.plain;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The profiles as they are shipped, with the files beside them. */
public final class ShippedProfile {
  private ShippedProfile() {}

  /**
   * @param bank such as {@code mirai}
   * @return its configuration's PID
   */
  public static String pid(String bank) {
    return "org.ichido.bank~" + bank;
  }

  /**
   * What file install makes of the file: its keys and values, and where it stands, so that the
   * files that it names are found.
   *
   * @param bank such as {@code mirai}
   * @return a copy, to be changed at will
   */
  public static Map<String, String> values(String bank) {
    String banks = System.getProperty("ichido.banks");
    if (banks == null) {
      throw new IllegalStateException("run by Maven, which sets ichido.banks");
    }
    Path file = Path.of(banks, bank, pid(bank) + ".cfg");
    Properties properties = new Properties();
    try (Reader text = Files.newBufferedReader(file)) {
      properties.load(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> values = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> values.put(key, properties.getProperty(key)));
    values.put("felix.fileinstall.filename", file.toUri().toString());
    return values;
  }
}
