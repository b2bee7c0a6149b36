package org.ichido.testkit.token;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A customer's phone: its own clock, which may be wrong, and the token app on it, which shows the
 * token that was installed last. Thread-safe.
 */
public final class Phone {
  private final String device;
  private final String deviceClass;
  private final InstantSource rightTime;
  private final AtomicReference<@Nullable TokenApp> shown = new AtomicReference<>();
  private volatile Duration drift = Duration.ZERO;

  /**
   * @param app the token on it
   * @param rightTime what its clock follows, such as the driven clock of the test
   */
  public Phone(TokenApp app, InstantSource rightTime) {
    this("phone", "SMARTPHONE", rightTime);
    install(app);
  }

  /**
   * A phone without a token.
   *
   * @param device the app's own name for it, of ASCII; the same for every token on it
   * @param deviceClass {@code SMARTPHONE} or {@code FEATURE_PHONE}
   * @param rightTime what its clock follows
   */
  public Phone(String device, String deviceClass, InstantSource rightTime) {
    this.device = device;
    this.deviceClass = deviceClass;
    this.rightTime = rightTime;
  }

  /**
   * @return the app's own name for the device
   */
  public String device() {
    return device;
  }

  /**
   * @return {@code SMARTPHONE} or {@code FEATURE_PHONE}
   */
  public String deviceClass() {
    return deviceClass;
  }

  /**
   * @param token what it shows from now on
   */
  public void install(TokenApp token) {
    shown.set(token);
  }

  /**
   * @param ahead how far its clock is ahead from now on; negative is behind, zero is right
   */
  public void drift(Duration ahead) {
    drift = ahead;
  }

  /**
   * @return the time on its display
   */
  public Instant now() {
    return rightTime.instant().plus(drift);
  }

  /**
   * @return the code on its display
   * @throws IllegalStateException if no token is installed
   */
  public String code() {
    return token().codeAt(now());
  }

  /**
   * @return a code that it shows at none of the steps from 4 before to 4 after
   * @throws IllegalStateException if no token is installed
   */
  public String wrongCode() {
    return token().wrongCodeAt(now());
  }

  private TokenApp token() {
    TokenApp token = shown.get();
    if (token == null) {
      throw new IllegalStateException("no token is installed on " + device);
    }
    return token;
  }
}
