package org.ichido.core.outbox;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.ichido.api.TokenState;
import org.ichido.core.profile.MailText;
import org.ichido.core.profile.NoticePolicy;
import org.ichido.core.system.JapaneseTime;
import org.ichido.spi.notice.Notice;
import org.ichido.spi.store.Enrolment;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.TokenRow;

/**
 * The mail of an enrolment: what is to be done with it at a moment, and what it says. Rendered from
 * the token as it stands, so that no mail leads into an enrolment that is over. Pure.
 */
final class IssueMail {
  /** What is to be done. */
  enum Fate {
    /** To be sent. */
    SEND,
    /** The deadline is over: it would be of no use, and the customer got none. */
    TOO_LATE,
    /** Nobody waits for it any more: the enrolment went on without it, or another one began. */
    SUPERSEDED
  }

  private IssueMail() {}

  /**
   * @param token the token as it stands
   * @param now the present time
   * @return what is to be done; the same at and after the deadline, whether or not the enrolment
   *     was written down as CANCELLED yet
   */
  static Fate fate(Optional<TokenRow> token, Instant now) {
    Optional<Enrolment> enrolment = token.flatMap(TokenRow::enrolment);
    if (enrolment.isEmpty()) {
      return Fate.SUPERSEDED;
    }
    TokenState state = token.get().state();
    if (state == TokenState.ACTIVE || state == TokenState.REVOKED) {
      return Fate.SUPERSEDED;
    }
    if (!now.isBefore(enrolment.get().deadline())) {
      return Fate.TOO_LATE;
    }
    return state == TokenState.CANCELLED ? Fate.SUPERSEDED : Fate.SEND;
  }

  /**
   * @param row the entry of the outbox
   * @param token the token, its fate to be sent
   * @param policy what the bank's mails say
   * @return the mail; its id is that of the token and the entry, the same at every try
   */
  static Notice notice(OutboxRow row, TokenRow token, NoticePolicy policy) {
    Enrolment enrolment = token.enrolment().orElseThrow();
    Map<MailText.Place, String> values =
        Map.of(
            MailText.Place.ACTIVATION_SERVICE_ID, enrolment.pair().serviceId(),
            MailText.Place.ACTIVATION_USER_ID, enrolment.pair().userId(),
            MailText.Place.DOWNLOAD_URL, policy.downloadUrl().toString(),
            MailText.Place.DEADLINE, JapaneseTime.inWords(enrolment.deadline()));
    return new Notice(
        row.bank(),
        token.id().value() + "-" + row.number(),
        policy.sender(),
        enrolment.mail(),
        policy.issue().subject(values),
        policy.issue().body(values));
  }
}
