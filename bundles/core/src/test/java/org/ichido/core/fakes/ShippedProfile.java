package org.ichido.core.fakes;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The profile of a bank and the files beside it, where they are shipped from. */
public final class ShippedProfile {
  /** The banks that profiles are shipped for. */
  public static final List<String> BANKS = List.of("mirai", "shiten", "kenshin", "kinsan");

  private ShippedProfile() {}

  /** What is put into etc as it is. */
  public static Path directory(String bank) {
    return Path.of("../../config/banks").resolve(bank);
  }

  public static Map<String, String> values(String bank) {
    Properties properties = new Properties();
    Path file = directory(bank).resolve("org.ichido.bank~" + bank + ".cfg");
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> values = new TreeMap<>();
    properties.forEach((key, value) -> values.put((String) key, (String) value));
    return values;
  }

  /** A file that the profile names. */
  public static String text(String bank, String name) {
    try {
      return Files.readString(directory(bank).resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
