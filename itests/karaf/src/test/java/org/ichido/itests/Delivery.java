package org.ichido.itests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.ichido.testkit.token.TokenApp;

/** What a maker of hard tokens delivers: serial numbers, and a seed for each, known here alone. */
final class Delivery {
  private static final String HEAD =
      "serial,seed_form,seed,algorithm,hash,digits,period,drift,battery_end,branch";

  private final int devices;

  Delivery(int devices) {
    this.devices = devices;
  }

  /** The file, as its maker sends it; its owner alone may read it. */
  Path writtenTo(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    StringBuilder rows = new StringBuilder(HEAD).append('\n');
    IntStream.rangeClosed(1, devices)
        .mapToObj(Delivery::serial)
        .map(
            serial ->
                "%s,HEX,%s,totp,SHA-1,6,60,0,2031-09-30,012%n"
                    .formatted(serial, HexFormat.of().formatHex(seed(serial))))
        .forEach(rows::append);
    return Files.writeString(file, rows);
  }

  /** What is printed on a device. */
  static String serial(int device) {
    return "900-%07d".formatted(device);
  }

  /** What that device shows. */
  static TokenApp device(String serial) {
    return TokenApp.withSeed(seed(serial));
  }

  /** A seed by the serial number, so that a run is like the one before. */
  private static byte[] seed(String serial) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(("seed of " + serial).getBytes(StandardCharsets.US_ASCII));
      return Arrays.copyOf(hash, 20);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
