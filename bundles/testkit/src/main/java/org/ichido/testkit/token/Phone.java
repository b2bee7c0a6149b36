package org.ichido.testkit.token;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A customer's phone: its own clock, which may be wrong, and the token app on it. Thread-safe. */
public final class Phone {
  private final TokenApp app;
  private final InstantSource rightTime;
  private volatile Duration drift = Duration.ZERO;

  /**
   * @param app the token on it
   * @param rightTime what its clock follows, such as the driven clock of the test
   */
  public Phone(TokenApp app, InstantSource rightTime) {
    this.app = app;
    this.rightTime = rightTime;
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
   */
  public String code() {
    return app.codeAt(now());
  }

  /**
   * @return a code that it shows at none of the steps from 4 before to 4 after
   */
  public String wrongCode() {
    return app.wrongCodeAt(now());
  }
}
