package org.ichido.api.act;

import java.util.regex.Pattern;
import org.ichido.api.contract.DeviceClass;

/**
 * What a soft token runs on, as the app tells it at its activation.
 *
 * @param id the app's own name for the device, the same for every token on it: 1 to 64 visible
 *     ASCII characters
 * @param deviceClass what it is
 */
public record Device(String id, DeviceClass deviceClass) {
  /** The longest id, in characters. */
  public static final int LONGEST = 64;

  private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,64}");

  /**
   * @throws IllegalArgumentException if the id has another form
   */
  public Device {
    if (!FORM.matcher(id).matches()) {
      throw new IllegalArgumentException("device: 1 to 64 visible ASCII characters");
    }
  }
}
