package org.ichido.core.stock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ichido.api.HashFunction;
import org.ichido.api.OtpParameters;
import org.ichido.api.Seed;
import org.ichido.api.TokenId;
import org.ichido.api.stock.HardTokenState;
import org.ichido.api.stock.TokenSerial;
import org.ichido.core.secret.PlainSeed;
import org.ichido.core.secret.SeedName;
import org.ichido.core.secret.TransportSeed;
import org.ichido.core.sheet.Forms;
import org.ichido.core.sheet.SheetRow;
import org.ichido.core.system.JapaneseTime;
import org.ichido.spi.store.HardTokenRow;

/**
 * Makes devices of rows, their seeds sealed. Opening a seed may take milliseconds, so that is done
 * outside of any transaction.
 *
 * @param setting what the delivery is taken in under
 */
record DeviceReading(Setting setting) {
  static final Set<String> COLUMNS =
      Set.of(
          "serial",
          "seed_form",
          "seed",
          "algorithm",
          "hash",
          "digits",
          "period",
          "drift",
          "battery_end",
          "branch");

  private static final List<String> NAMING = List.of("hard-token");
  private static final Pattern SEED_FORM = Pattern.compile("HEX|BASE64|ENCRYPTED");
  private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]{32,128}");
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{22,684}={0,2}");
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1}");
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,3}");
  private static final Pattern DRIFT = Pattern.compile("0|-?[1-9][0-9]{0,2}");
  private static final Pattern BRANCH = Pattern.compile("[0-9A-Z]{3}");

  /**
   * @return the device; empty if something of it was wrong, which is told
   */
  Optional<Device> read(SheetRow row) {
    Optional<TokenSerial> serial =
        row.read("serial", "1 to 20 digits, capital letters or hyphens", TokenSerial::new);
    Optional<OtpParameters> otp = otp(row);
    Optional<Integer> drift = drift(row);
    Optional<LocalDate> battery = battery(row);
    Optional<String> branch =
        row.read("branch", "3 digits or capital letters", text -> Forms.matching(text, BRANCH));
    Optional<Seed> opened = seed(row);
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    try (Seed seed = opened.get()) {
      // An id or a sealed seed of a faulty row would be of no use, and costs.
      return row.faulty()
          ? Optional.empty()
          : Optional.of(
              new Device(
                  row.line(),
                  sealed(
                      serial.orElseThrow(),
                      seed,
                      otp.orElseThrow(),
                      drift.orElseThrow(),
                      battery.orElseThrow(),
                      branch.orElseThrow())));
    }
  }

  private HardTokenRow sealed(
      TokenSerial serial,
      Seed seed,
      OtpParameters otp,
      int drift,
      LocalDate battery,
      String branch) {
    Instant now = setting.clock().instant();
    TokenId id = SeedName.of(NAMING, seed, setting.vault());
    return new HardTokenRow(
        id,
        setting.profile().bank(),
        serial,
        otp,
        Optional.of(setting.vault().seal(id, seed)),
        drift,
        battery,
        branch,
        HardTokenState.IN_STOCK,
        Optional.empty(),
        now,
        0);
  }

  /** A device that computes otherwise than the bank asks would never give a right code (S4-15). */
  private Optional<OtpParameters> otp(SheetRow row) {
    OtpParameters bank = setting.profile().otp();
    Optional<String> algorithm =
        row.read("algorithm", bank.algorithm(), text -> same(text, bank.algorithm()));
    Optional<HashFunction> hash =
        row.read("hash", "SHA-1, SHA-256 or SHA-512", DeviceReading::hash);
    Optional<Integer> digits =
        row.read(
            "digits",
            bank.digits() + ", as the bank's profile has it",
            text -> same(Integer.valueOf(Forms.matching(text, DIGITS)), bank.digits()));
    Optional<Duration> period =
        row.read(
            "period",
            bank.period().toSeconds() + ", as the bank's profile has it in seconds",
            text ->
                same(
                    Duration.ofSeconds(Long.parseLong(Forms.matching(text, SECONDS))),
                    bank.period()));
    return algorithm.isEmpty() || hash.isEmpty() || digits.isEmpty() || period.isEmpty()
        ? Optional.empty()
        : Optional.of(new OtpParameters(algorithm.get(), hash.get(), digits.get(), period.get()));
  }

  private static <T> T same(T value, T wanted) {
    if (!value.equals(wanted)) {
      throw new IllegalArgumentException("another one");
    }
    return value;
  }

  private static HashFunction hash(String label) {
    return Stream.of(HashFunction.values())
        .filter(hash -> hash.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("another one"));
  }

  private Optional<Integer> drift(SheetRow row) {
    int greatest = setting.profile().changes().drift().limits().greatest();
    return row.read(
        "drift",
        "a number of periods from -%d to %d, the farthest that the bank follows"
            .formatted(greatest, greatest),
        text -> {
          int drift = Integer.parseInt(Forms.matching(text, DRIFT));
          if (Math.abs(drift) > greatest) {
            throw new IllegalArgumentException("too far");
          }
          return drift;
        });
  }

  private Optional<LocalDate> battery(SheetRow row) {
    Optional<LocalDate> end = row.read("battery_end", Forms.DAY, Forms::day);
    if (end.filter(day -> day.isBefore(today())).isPresent()) {
      row.fault("battery_end", "is past; do not take the device in");
    }
    return end;
  }

  private LocalDate today() {
    return JapaneseTime.dayOf(setting.clock().instant());
  }

  /** No message says more about a seed than that it is none. */
  private Optional<Seed> seed(SheetRow row) {
    Optional<String> form =
        row.read("seed_form", "HEX, BASE64 or ENCRYPTED", text -> Forms.matching(text, SEED_FORM));
    if (form.isEmpty()) {
      return Optional.empty();
    }
    boolean hex = form.get().equals("HEX");
    Optional<String> text =
        row.read(
            "seed",
            hex ? "32 to 128 hexadecimal digits" : "base64 on one line",
            value -> Forms.matching(value, hex ? HEX : BASE64));
    Optional<Seed> seed = text.flatMap(value -> opened(form.get(), value));
    if (text.isPresent() && seed.isEmpty()) {
      row.fault(
          "seed",
          form.get().equals("ENCRYPTED")
              ? "does not open; encrypt 16 to 64 bytes to the transport key of this installation"
              : "must be 16 to 64 whole bytes");
    }
    return seed;
  }

  private Optional<Seed> opened(String form, String text) {
    return switch (form) {
      case "HEX" -> PlainSeed.ofHex(text);
      case "BASE64" -> PlainSeed.ofBase64(text);
      default -> TransportSeed.open(text, setting.vault());
    };
  }
}
