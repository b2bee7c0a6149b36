package org.ichido.core.work;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.BankNotServed;
import org.ichido.api.Cause;
import org.ichido.api.Lock;
import org.ichido.api.OneTimeCode;
import org.ichido.api.OtpParameters;
import org.ichido.api.Seed;
import org.ichido.api.TokenId;
import org.ichido.api.Verdict;
import org.ichido.api.VerifyRequest;
import org.ichido.core.profile.BankProfile;
import org.ichido.core.verify.Judgement;
import org.ichido.core.verify.Verification;
import org.ichido.spi.FactorRange;
import org.ichido.spi.OtpAlgorithm;
import org.ichido.spi.SealedSeed;
import org.ichido.spi.SecretVault;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges one code under one snapshot. Whatever the state of the token, the same work is done: the
 * seed is unsealed and all steps are computed, also for a locked token and for a user who does not
 * exist.
 *
 * @param request the code and who presented it
 * @param profile the bank's profile
 * @param vault opens seeds
 * @param decoy stands in for the seed of a token that is not there
 * @param clock tells when
 */
public record VerifyWork(
    VerifyRequest request, BankProfile profile, SecretVault vault, Decoy decoy, Clock clock)
    implements UnitOfWork<Verdict> {
  private static final Logger LOG = LoggerFactory.getLogger(VerifyWork.class);

  @Override
  public Reads reads() {
    return Reads.tokensOf(request.holder());
  }

  @Override
  public Decided<Verdict> decide(Rows rows) {
    Instant now = clock.instant();
    Optional<TokenRow> token =
        Tokens.inQuestion(rows.tokens()).map(row -> remembered(row, rows.memoryBegins()));
    OtpParameters otp = token.map(TokenRow::otp).orElse(profile.otp());
    if (request.code().length() != otp.digits()) {
      AuditEntry entry = entry(now, AuditEvent.FORM_ERROR).withDetail("code of a wrong length");
      return new Decided<>(
          new Verdict.NotProcessed(Verdict.NotProcessed.Why.WRONG_LENGTH),
          List.of(new Change.Append(entry)));
    }
    Judgement judgement =
        token
            .map(row -> judge(row, now))
            .orElseGet(
                () -> {
                  matching(
                      Decoy.ID,
                      decoy.sealed(),
                      otp,
                      profile.rules().window().tried(now, otp.period()));
                  return Judgement.notEligible();
                });
    return new Decided<>(
        judgement.accepted() ? new Verdict.Accepted(now) : new Verdict.Refused(now),
        changes(token, judgement, now));
  }

  /** What may have been accepted before the memory begins counts as accepted (T2). */
  private TokenRow remembered(TokenRow token, Instant memoryBegins) {
    return memoryBegins.equals(Instant.EPOCH)
        ? token
        : token.consumedTo(profile.rules().window().newest(memoryBegins, token.otp().period()));
  }

  private Judgement judge(TokenRow token, Instant now) {
    List<Long> matching =
        matching(
            token.id(), token.seed(), token.otp(), Verification.tried(token, profile.rules(), now));
    return Verification.decide(token, matching, profile.rules(), now);
  }

  private List<Long> matching(TokenId id, SealedSeed sealed, OtpParameters otp, FactorRange range) {
    OtpAlgorithm algorithm = profile.algorithms().get(otp.algorithm());
    if (algorithm == null) {
      throw new BankNotServed(
          "token %s computes with '%s', which is not installed: install its bundle"
              .formatted(id, otp.algorithm()));
    }
    OneTimeCode code = request.code();
    try (Seed seed = vault.unseal(id, sealed)) {
      return answer(id, otp, () -> List.copyOf(algorithm.matching(seed, otp, code, range)));
    }
  }

  /** No answer is no verdict. Of what was thrown only the place is told: its text may be a code. */
  private static List<Long> answer(TokenId id, OtpParameters otp, Supplier<List<Long>> algorithm) {
    try {
      return algorithm.get();
    } catch (RuntimeException | Error e) {
      throw new BankNotServed(
          "'%s' failed for token %s: mend or replace its bundle. It threw %s at %s"
              .formatted(
                  otp.algorithm(),
                  id,
                  e.getClass().getName(),
                  Arrays.stream(e.getStackTrace()).findFirst().map(Object::toString).orElse("?")));
    }
  }

  private List<Change> changes(Optional<TokenRow> token, Judgement judgement, Instant now) {
    List<Change> changes = new ArrayList<>();
    judgement.changed().ifPresent(row -> changes.add(new Change.UpdateToken(row)));
    AuditEntry entry = entry(now, judgement.accepted() ? AuditEvent.ACCEPTED : AuditEvent.REFUSED);
    if (token.isPresent()) {
      entry = entry.withToken(token.get().id());
    }
    if (judgement.cause().isPresent()) {
      entry = entry.withCause(judgement.cause().get());
    }
    if (judgement.factor().isPresent()) {
      entry = entry.withFactor(judgement.factor().get());
    }
    changes.add(new Change.Append(entry));
    if (token.isPresent() && judgement.cause().equals(Optional.of(Cause.USED))) {
      changes.add(new Change.Append(entry(now, AuditEvent.REPLAYED).withToken(token.get().id())));
    }
    if (token.isPresent() && judgement.imposed().isPresent()) {
      AuditEntry locked =
          entry(now, AuditEvent.LOCKED)
              .withToken(token.get().id())
              .withDetail(whyLocked(token.get(), judgement.imposed().get(), judgement));
      changes.add(new Change.Append(locked));
    }
    return changes;
  }

  private String whyLocked(TokenRow token, Lock lock, Judgement judgement) {
    String until = lock.end().map(end -> ", until " + end).orElse("");
    String failed = "";
    if (judgement.ruleFailure().isPresent()) {
      Throwable thrown = judgement.ruleFailure().get();
      LOG.error(
          "ICH-CORE-006 Bank {}: a lockout rule failed; token {} is locked until somebody unlocks it. Mend or"
              + " replace the rule's bundle.",
          profile.bank(),
          token.id(),
          thrown);
      failed = "; a lockout rule failed: " + thrown.getClass().getName();
    }
    String detail = "after " + (token.failures() + 1) + " consecutive failures" + until + failed;
    return detail.substring(0, Math.min(detail.length(), AuditEntry.LONGEST_DETAIL));
  }

  private AuditEntry entry(Instant now, AuditEvent event) {
    return AuditEntry.of(now, event, request.holder(), request.key());
  }
}
