package org.ichido.mq.record;

import java.util.Base64;
import org.ichido.api.act.Activation;

/** Fills the body of the reply to an activation. */
final class ActivationBody {
  private ActivationBody() {}

  static HostRecord fill(HostRecord reply, Activation.Delivered delivered) {
    return reply
        .set("ICH-SEED-DELIVERED")
        .with("ICH-SEED", Base64.getEncoder().encodeToString(delivered.seed().bytes()))
        .with("ICH-ALGORITHM", delivered.otp().algorithm())
        .with("ICH-HASH", delivered.otp().hash().label())
        .with("ICH-DIGITS", Integer.toString(delivered.otp().digits()))
        .with("ICH-PERIOD", Long.toString(delivered.otp().period().toSeconds()))
        .with("ICH-EXPIRES-AT", JapanTime.format(delivered.expires()))
        .with("ICH-NAME", Fields.base64(delivered.displayName()));
  }
}
