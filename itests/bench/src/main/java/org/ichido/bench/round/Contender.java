package org.ichido.bench.round;

import java.time.Duration;

/** Somebody who does the work in his own way, when it is his turn. */
public interface Contender {
  /**
   * @return such as {@code java-otp}
   */
  String name();

  /**
   * Works.
   *
   * @param time for about how long
   * @return what was done
   * @throws Exception if it could not be done, or was done wrong: then there is no figure
   */
  Sample work(Duration time) throws Exception;
}
