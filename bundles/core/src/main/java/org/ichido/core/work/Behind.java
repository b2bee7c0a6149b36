package org.ichido.core.work;

import java.time.Instant;
import java.util.Optional;
import org.ichido.api.Circumstances;
import org.ichido.api.MailDelivery;
import org.ichido.api.act.Device;
import org.ichido.core.life.Standing;
import org.ichido.core.system.JapaneseTime;
import org.ichido.spi.store.Enrolment;
import org.ichido.spi.store.MailState;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.Suspension;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.UserRow;

/** What stands behind a token, as operators may see it. */
final class Behind {
  private Behind() {}

  static Circumstances of(Rows rows, Optional<TokenRow> token, Instant now) {
    Optional<Suspension> suspension = token.flatMap(TokenRow::suspension);
    Optional<Enrolment> enrolment = token.flatMap(TokenRow::enrolment);
    Optional<UserRow> user = rows.user().filter(row -> row.removed().isEmpty());
    boolean enrolling = token.filter(row -> Standing.enrolling(row, now)).isPresent();
    return new Circumstances(
        rows.contract().map(row -> row.methodOn(JapaneseTime.dayOf(now))),
        user.map(UserRow::role),
        user.flatMap(UserRow::coolDown).filter(end -> end.isAfter(now)),
        suspension.map(Suspension::since),
        suspension.map(Suspension::reason).orElse(""),
        enrolment.map(Enrolment::mailState).map(Behind::mail),
        enrolment.flatMap(Enrolment::device).map(Device::deviceClass),
        enrolment.map(Enrolment::deadline).filter(end -> enrolling));
  }

  private static MailDelivery mail(MailState state) {
    return switch (state) {
      case WAITING -> MailDelivery.WAITING;
      case SENT -> MailDelivery.SENT;
      case FAILED -> MailDelivery.FAILED;
    };
  }
}
