package org.ichido.core.work;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.Cause;
import org.ichido.api.Holder;
import org.ichido.api.Lock;
import org.ichido.api.OneTimeCode;
import org.ichido.api.OtpParameters;
import org.ichido.api.RequestKey;
import org.ichido.core.profile.BankProfile;
import org.ichido.core.verify.DriftLimits;
import org.ichido.core.verify.Judgement;
import org.ichido.core.verify.Purpose;
import org.ichido.core.verify.Resynchronisation;
import org.ichido.core.verify.Verification;
import org.ichido.spi.FactorRange;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.TokenRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges codes inside a unit of work, for every act that one is presented for: there is one way to
 * be right, one count of failures and one lock, whatever the path (T7). Whatever the state of the
 * token, the same work is done: the seed is unsealed and all steps are computed, also for a locked
 * token and for a user who has none.
 */
public final class CodeJudging {
  private static final Logger LOG = LoggerFactory.getLogger(CodeJudging.class);

  private final Snapshot snapshot;
  private final Function<AuditEvent, AuditEntry> entries;
  private final Instant now;
  private final Instant memoryBegins;

  /**
   * @param snapshot what the request is handled under
   * @param holder who presents the code: the audit names him
   * @param key the request
   * @param now the moment of the decision
   * @param memoryBegins since when the store's memory is whole
   */
  public CodeJudging(
      Snapshot snapshot, Holder holder, RequestKey key, Instant now, Instant memoryBegins) {
    this(snapshot, event -> AuditEntry.of(now, event, holder, key), now, memoryBegins);
  }

  /**
   * @param snapshot what the request is handled under
   * @param entries begins an audit entry: whom it names is known to who asks
   * @param now the moment of the decision
   * @param memoryBegins since when the store's memory is whole
   */
  public CodeJudging(
      Snapshot snapshot,
      Function<AuditEvent, AuditEntry> entries,
      Instant now,
      Instant memoryBegins) {
    this.snapshot = snapshot;
    this.entries = entries;
    this.now = now;
    this.memoryBegins = memoryBegins;
  }

  /**
   * @param token the token in question, if there is one
   * @param code a code
   * @return whether it has another length than the token shows: a form error, that is not judged
   */
  public boolean isMisshapen(Optional<TokenRow> token, OneTimeCode code) {
    return code.length() != otp(token).digits();
  }

  /**
   * @return the entry about a code that was not judged
   */
  public AuditEntry formError() {
    return entry(AuditEvent.FORM_ERROR).withDetail("code of a wrong length");
  }

  /**
   * Judges one code of the length that the token shows.
   *
   * @param token the token in question, if there is one
   * @param code the code
   * @param purpose what it is presented for
   * @return the judgement
   */
  public Judged judge(Optional<TokenRow> token, OneTimeCode code, Purpose purpose) {
    var matching = new CodeMatching(snapshot);
    if (token.isEmpty()) {
      OtpParameters otp = otp(token);
      FactorRange tried = profile().rules().window().tried(now, otp.period());
      matching.idle(otp, code, asked(tried, purpose));
      return judged(token, Judgement.notEligible());
    }
    TokenRow row = remembered(token.get());
    FactorRange tried = Verification.tried(row, profile().rules(), now);
    List<Long> proposed = matching.matching(row, code, asked(tried, purpose));
    Judgement judgement = Verification.decide(row, proposed, profile().rules(), now, purpose);
    return judged(
        Optional.of(row), judgement, purpose, SuspectedClock.of(row, proposed, judgement, now));
  }

  /** A first code is looked for around the window, too: whose clock is wrong is to be told. */
  private FactorRange asked(FactorRange tried, Purpose purpose) {
    int more = purpose.firstCode() ? profile().enrolment().clockHint() : 0;
    return new FactorRange(Math.max(0, tried.first() - more), tried.last() + more);
  }

  /**
   * Judges two successive codes of the length that the token shows.
   *
   * @param token the token in question, if there is one
   * @param first a code
   * @param second the code after it
   * @return the judgement; accepted, the token's row has its new drift
   */
  public Judged judge(Optional<TokenRow> token, OneTimeCode first, OneTimeCode second) {
    var matching = new CodeMatching(snapshot);
    DriftLimits limits = profile().changes().drift().limits();
    OtpParameters otp = otp(token);
    FactorRange tried = Resynchronisation.tried(otp.period(), limits, now);
    if (token.isEmpty()) {
      matching.idle(otp, first, tried);
      matching.idle(otp, second, Resynchronisation.after(tried));
      return judged(token, Judgement.notEligible());
    }
    TokenRow row = remembered(token.get());
    return judged(
        Optional.of(row),
        Resynchronisation.decide(
            row,
            matching.matching(row, first, tried),
            matching.matching(row, second, Resynchronisation.after(tried)),
            profile().rules(),
            limits,
            now));
  }

  /**
   * What may have been accepted before the memory begins counts as accepted (T2). How far the
   * token's clock was known to be off may have been forgotten with it, so it was as far as it can.
   */
  private TokenRow remembered(TokenRow token) {
    if (memoryBegins.equals(Instant.EPOCH)) {
      return token;
    }
    long newest = profile().rules().window().newest(memoryBegins, token.otp().period());
    int greatest = profile().changes().drift().limits().greatest();
    return token.consumedTo(newest + Math.max(greatest, token.drift()));
  }

  /** A judgement with everything that is to be told of it. */
  Judged judged(Optional<TokenRow> token, Judgement judgement) {
    return judged(token, judgement, Purpose.USE, "");
  }

  private Judged judged(
      Optional<TokenRow> token, Judgement judgement, Purpose purpose, String detail) {
    List<Change> told = new ArrayList<>();
    AuditEntry entry =
        about(token, judgement.accepted() ? AuditEvent.ACCEPTED : AuditEvent.REFUSED)
            .withDetail(detail);
    if (judgement.cause().isPresent()) {
      entry = entry.withCause(judgement.cause().get());
    }
    if (judgement.factor().isPresent()) {
      entry = entry.withFactor(judgement.factor().get());
    }
    told.add(new Change.Append(entry));
    if (judgement.cause().equals(Optional.of(Cause.USED))) {
      told.add(new Change.Append(about(token, AuditEvent.REPLAYED)));
    }
    if (token.isPresent() && judgement.imposed().isPresent()) {
      Lock lock = judgement.imposed().get();
      String why = whyLocked(token.get(), lock, judgement);
      // Of an enrolment nobody lifts a lock: it is cancelled, and whoever confirms says so.
      if (purpose != Purpose.CONFIRM || lock.end().isPresent()) {
        told.add(new Change.Append(about(token, AuditEvent.LOCKED).withDetail(why)));
        told.add(
            new Change.Emit(
                OutboxRow.about(
                    now, token.get(), OutboxRow.Kind.EVENT, OutboxRow.Type.LOCKED, "")));
      }
    }
    return new Judged(judgement, told);
  }

  private String whyLocked(TokenRow token, Lock lock, Judgement judgement) {
    String until = lock.end().map(end -> ", until " + end).orElse("");
    String failed = "";
    if (judgement.ruleFailure().isPresent()) {
      Throwable thrown = judgement.ruleFailure().get();
      LOG.error(
          "ICH-CORE-006 Bank {}: a lockout rule failed; token {} is locked until somebody unlocks it. Mend or"
              + " replace the rule's bundle.",
          profile().bank(),
          token.id(),
          thrown);
      failed = "; a lockout rule failed: " + thrown.getClass().getName();
    }
    String detail = "after " + (token.failures() + 1) + " consecutive failures" + until + failed;
    return detail.substring(0, Math.min(detail.length(), AuditEntry.LONGEST_DETAIL));
  }

  private AuditEntry about(Optional<TokenRow> token, AuditEvent event) {
    return token.map(row -> entry(event).withToken(row.id())).orElseGet(() -> entry(event));
  }

  private AuditEntry entry(AuditEvent event) {
    return entries.apply(event);
  }

  private OtpParameters otp(Optional<TokenRow> token) {
    return token.map(TokenRow::otp).orElse(profile().otp());
  }

  private BankProfile profile() {
    return snapshot.profile();
  }
}
