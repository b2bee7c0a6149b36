package org.ichido.plain.laws;

import java.time.Duration;
import java.time.Instant;

/** Which code a customer types. */
enum Presented {
  WRONG,
  TOO_LONG,
  LAST_ACCEPTED,
  FOUR_STEPS_AGO(-4),
  THREE_STEPS_AGO(-3),
  TWO_STEPS_AGO(-2),
  ONE_STEP_AGO(-1),
  PRESENT(0),
  NEXT(1),
  AFTER_NEXT(2);

  private final int steps;

  Presented() {
    this(0);
  }

  Presented(int steps) {
    this.steps = steps;
  }

  String by(ModelToken token, Instant now) {
    return switch (this) {
      case WRONG -> token.app().wrongCodeAt(now);
      case TOO_LONG -> token.app().codeAt(now) + "0";
      case LAST_ACCEPTED ->
          token.app().codeAt(Instant.ofEpochSecond(token.lastStep().orElse(0) * 60));
      default -> token.app().codeAt(now.plus(Duration.ofSeconds(60L * steps)));
    };
  }
}
