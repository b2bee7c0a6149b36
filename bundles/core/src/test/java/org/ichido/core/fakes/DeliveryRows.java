package org.ichido.core.fakes;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The file of a delivery, row by row, each a map from column to text. */
public final class DeliveryRows {
  public final List<Map<String, String>> rows = new ArrayList<>();

  /** Devices 1, 2, … of branch 012. */
  public static DeliveryRows of(int devices) {
    DeliveryRows delivery = new DeliveryRows();
    for (int i = 1; i <= devices; i++) {
      delivery.rows.add(device(i));
    }
    return delivery;
  }

  /** A device with a seed of its own. */
  public static Map<String, String> device(int number) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("serial", "900-%07d".formatted(number));
    row.put("seed_form", "HEX");
    row.put("seed", HexFormat.of().formatHex(seed(number)));
    row.put("algorithm", FactorAsCode.NAME);
    row.put("hash", "SHA-256");
    row.put("digits", "6");
    row.put("period", "60");
    row.put("drift", "0");
    row.put("battery_end", "2031-03-31");
    row.put("branch", "012");
    return row;
  }

  public static byte[] seed(int number) {
    return ByteBuffer.allocate(20).putInt(16, number).putInt(0, ~number).array();
  }

  /** Writes it for the eyes of its owner alone. */
  public Path write(Path file) {
    return write(file, rows);
  }

  /** The same of rows that nobody holds. */
  public static Path write(Path file, Iterable<Map<String, String>> rows) {
    try {
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      try (BufferedWriter out = Files.newBufferedWriter(file)) {
        out.write(String.join(",", device(0).keySet()) + "\n");
        for (Map<String, String> row : rows) {
          out.write(String.join(",", row.values()) + "\n");
        }
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
