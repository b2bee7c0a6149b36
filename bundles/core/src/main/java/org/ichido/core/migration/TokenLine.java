package org.ichido.core.migration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.ichido.api.Holder;
import org.ichido.api.TokenState;
import org.ichido.api.act.Device;
import org.ichido.api.contract.DeviceClass;
import org.ichido.core.sheet.Forms;
import org.ichido.core.sheet.SheetRow;

/**
 * A row of the live tokens. Its seed is encrypted to our transport key.
 *
 * @param line where it stands
 * @param holder the user
 * @param state ACTIVE or INITIALISED
 * @param pairUser the second half of the activation pair by which the app knows the token
 * @param deviceClass what it runs on
 * @param device the app's name for the device
 * @param lastDay the last day on which its codes are good
 * @param lastStep the last step of which a code was accepted
 * @param failures consecutive failures
 * @param locked since when it is locked by failures
 * @param suspended since when it is suspended by the bank
 * @param seed base64 of RSAES-OAEP
 */
record TokenLine(
    long line,
    Holder holder,
    TokenState state,
    Optional<String> pairUser,
    DeviceClass deviceClass,
    Optional<String> device,
    LocalDate lastDay,
    Optional<Long> lastStep,
    int failures,
    Optional<Instant> locked,
    Optional<Instant> suspended,
    String seed) {
  static final Set<String> COLUMNS =
      Set.of(
          "contract",
          "user",
          "state",
          "activation_user_id",
          "device_class",
          "device",
          "last_day",
          "last_step",
          "failures",
          "locked",
          "suspended",
          "seed");

  private static final Pattern STATE = Pattern.compile("ACTIVE|INITIALISED");
  private static final Pattern PAIR_USER = Pattern.compile("[0-9]{8,16}");
  private static final Pattern FAILURES = Pattern.compile("[0-9]{1,2}");
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{1,684}={0,2}");

  /**
   * @return the token; empty if something of it was wrong, which is told
   */
  static Optional<TokenLine> read(SheetRow row, Holder holder) {
    Optional<TokenState> state =
        row.read(
            "state",
            "ACTIVE or INITIALISED",
            text -> TokenState.valueOf(Forms.matching(text, STATE)));
    Optional<String> pairUser =
        row.readIfAny(
            "activation_user_id", "8 to 16 digits", text -> Forms.matching(text, PAIR_USER));
    Optional<DeviceClass> deviceClass =
        row.read("device_class", "SMARTPHONE or FEATURE_PHONE", DeviceClass::valueOf);
    Optional<String> device =
        row.readIfAny(
            "device",
            "1 to 64 visible ASCII characters",
            text -> new Device(text, DeviceClass.SMARTPHONE).id());
    Optional<LocalDate> lastDay = row.read("last_day", Forms.DAY, Forms::day);
    Optional<Long> lastStep = row.readIfAny("last_step", "1 to 12 digits", Forms::number);
    Optional<Integer> failures =
        row.read("failures", "0 to 99", text -> Integer.valueOf(Forms.matching(text, FAILURES)));
    Optional<Instant> locked = row.readIfAny("locked", Forms.TIME, Forms::time);
    Optional<Instant> suspended = row.readIfAny("suspended", Forms.TIME, Forms::time);
    Optional<String> seed =
        row.read("seed", "base64 on one line", text -> Forms.matching(text, BASE64));
    if (row.faulty()
        || state.isEmpty()
        || deviceClass.isEmpty()
        || lastDay.isEmpty()
        || failures.isEmpty()
        || seed.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new TokenLine(
            row.line(),
            holder,
            state.get(),
            pairUser,
            deviceClass.get(),
            device,
            lastDay.get(),
            lastStep,
            failures.get(),
            locked,
            suspended,
            seed.get()));
  }

  /** Where it stands, and whose it is: the rest is the customer's. */
  @Override
  public String toString() {
    return "TokenLine(" + line + ", " + holder + ")";
  }
}
