package org.ichido.core.migration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ichido.api.Lock;
import org.ichido.api.OtpParameters;
import org.ichido.api.TokenKind;
import org.ichido.api.TokenState;
import org.ichido.api.act.ActivationPair;
import org.ichido.api.act.Device;
import org.ichido.core.system.JapaneseTime;
import org.ichido.core.verify.Window;
import org.ichido.spi.store.Attempts;
import org.ichido.spi.store.Enrolment;
import org.ichido.spi.store.Expiry;
import org.ichido.spi.store.MailState;
import org.ichido.spi.store.Suspension;
import org.ichido.spi.store.TokenRow;

/**
 * A token of a former system as it goes on here.
 *
 * @param token the token
 * @param setting what the run is made under
 * @param now the present time
 */
record MigratedToken(ReadyToken token, Setting setting, Instant now) {
  private static final long PAIRS = 1_000_000_000_000L;

  TokenRow row() {
    TokenLine line = token.line();
    Instant expires = expires();
    return new TokenRow(
        token.id(),
        line.holder().bank(),
        line.holder().contract(),
        List.of(line.holder().user()),
        TokenKind.SOFT,
        line.state(),
        otp(),
        Optional.of(token.sealed()),
        new Attempts(lastFactor(), line.failures(), line.locked().map(Lock.UntilUnlocked::new)),
        0,
        line.suspended().map(since -> new Suspension(since, "")),
        new Expiry(Optional.of(expires), !now.isBefore(expires)),
        now,
        Optional.of(enrolment()),
        0);
  }

  Instant expires() {
    return JapaneseTime.startOf(token.line().lastDay().plusDays(1));
  }

  /**
   * The greatest step that is never accepted. Of a token in use whose last step nobody knows, that
   * is every step of which a code may have been accepted elsewhere up to now.
   */
  private long lastFactor() {
    boolean used = token.line().state() == TokenState.ACTIVE;
    return token.line().lastStep().orElseGet(() -> used ? newestStep() : Attempts.NO_FACTOR);
  }

  /** The newest step of which a code may have been accepted up to now. */
  long newestStep() {
    Window window = setting.profile().rules().window();
    return window.newest(now, otp().period());
  }

  private Enrolment enrolment() {
    boolean confirmed = token.line().state() == TokenState.ACTIVE;
    return new Enrolment(
        pair(),
        "",
        MailState.SENT,
        Optional.empty(),
        0,
        confirmed ? now : now.plus(setting.profile().enrolment().within()),
        Optional.empty(),
        Optional.of(device()),
        "",
        confirmed ? Optional.of(now) : Optional.empty());
  }

  /** One that nobody knows, if none is told; drawn at each decision. */
  private ActivationPair pair() {
    return new ActivationPair(
        setting.profile().enrolment().serviceId(),
        token
            .line()
            .pairUser()
            .orElseGet(() -> "%012d".formatted(setting.random().nextLong(PAIRS))));
  }

  /** A device that nobody named counts as one of its own. */
  Device device() {
    return new Device(
        token.line().device().orElse("migrated-" + token.id()), token.line().deviceClass());
  }

  private OtpParameters otp() {
    return setting.profile().otp();
  }
}
