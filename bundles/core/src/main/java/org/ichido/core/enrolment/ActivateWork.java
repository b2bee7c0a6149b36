package org.ichido.core.enrolment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.Cause;
import org.ichido.api.TokenId;
import org.ichido.api.TokenState;
import org.ichido.api.act.ActivateRequest;
import org.ichido.api.act.Activation;
import org.ichido.api.act.Reason;
import org.ichido.core.life.Standing;
import org.ichido.core.life.TokenAct;
import org.ichido.core.life.TokenTransitions;
import org.ichido.core.secret.AppKey;
import org.ichido.core.secret.HiddenPassword;
import org.ichido.core.secret.PasswordHmac;
import org.ichido.core.work.Decoy;
import org.ichido.core.work.Snapshot;
import org.ichido.core.work.Told;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.Consent;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.Enrolment;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.UnitOfWork;

/**
 * Delivers the seed to whoever has the three values (S1-13), once (S1-21). Whether the pair is
 * unknown, the password wrong or the time over: the answer is the same, and so is the work. A wrong
 * value costs a try; an obstacle that is told costs none, for the values were right.
 *
 * @param request the three values and the app's key
 * @param app the app's key, if it can be used
 * @param password what is left of the password, if it opened and was bound to that key
 * @param snapshot what it is handled under
 */
record ActivateWork(
    ActivateRequest request,
    Optional<AppKey> app,
    Optional<HiddenPassword> password,
    Snapshot snapshot)
    implements UnitOfWork<Activation> {
  /** The password of nobody. */
  private static final PasswordHmac NONE = PasswordHmac.ofHex("0".repeat(64));

  @Override
  public Reads reads() {
    return Reads.NOTHING
        .withPair(new Reads.Paired(request.bank(), request.pair()))
        .withDevice(new Reads.OnDevice(request.bank(), request.device().id()));
  }

  @Override
  public Decided<Activation> decide(Rows rows) {
    Instant now = snapshot.clock().instant();
    if (app.isEmpty()) {
      // Nothing was compared, so this says nothing of pair and password.
      return new Decided<>(
          new Activation.Declined(now, Reason.APP_KEY_FORM),
          List.of(refusal(now, rows.paired(), Reason.APP_KEY_FORM)));
    }
    boolean right = fits(rows.paired());
    Optional<Candidate> candidate = Candidate.of(rows, policy(), now);
    if (candidate.isEmpty()) {
      return strange(now, rows.paired());
    }
    Told told = new Told(now, candidate.get().user().holder(), request.key());
    if (!right) {
      return wrong(candidate.get(), told);
    }
    return candidate
        .get()
        .obstacle(request, policy(), rows.onDevice(), now)
        .map(reason -> declined(candidate.get(), reason, told))
        .orElseGet(() -> delivered(candidate.get(), app.get(), told));
  }

  /** The same work for everybody who knows a password, whatever the pair. */
  private boolean fits(Optional<TokenRow> paired) {
    PasswordHmac kept =
        paired
            .flatMap(TokenRow::enrolment)
            .flatMap(Enrolment::password)
            .map(PasswordHmac::ofHex)
            .orElse(NONE);
    TokenId id = paired.map(TokenRow::id).orElse(Decoy.ID);
    return password
        .map(typed -> PasswordHmac.of(typed, id, snapshot.vault()))
        .filter(kept::equals)
        .isPresent();
  }

  /** There is nothing to activate; who asks is not told. */
  private Decided<Activation> strange(Instant now, Optional<TokenRow> paired) {
    Optional<TokenState> state = paired.map(row -> Standing.at(row, now));
    Cause cause =
        state
            .map(
                known ->
                    switch (known) {
                      case INITIALISED, ACTIVE -> Cause.USED;
                      case REVOKED -> Cause.REVOKED;
                      case ISSUED, CANCELLED -> Cause.NOT_ELIGIBLE;
                    })
            .orElse(Cause.NOT_ELIGIBLE);
    AuditEntry entry =
        entry(now, paired, AuditEvent.ACTIVATION_REFUSED)
            .withCause(cause)
            .withDetail(state.map(TokenState::name).orElse("no such pair"));
    return new Decided<>(new Activation.Refused(now), List.of(new Change.Append(entry)));
  }

  private Decided<Activation> wrong(Candidate candidate, Told told) {
    TokenRow row = candidate.row();
    Enrolment failed = candidate.enrolment().failed();
    boolean last = failed.tries() >= policy().activationTries();
    List<Change> changes = new ArrayList<>();
    AuditEntry entry =
        told.entry(AuditEvent.ACTIVATION_REFUSED)
            .withToken(row.id())
            .withCause(Cause.INVALID)
            .withDetail("try %d of %d".formatted(failed.tries(), policy().activationTries()));
    changes.add(new Change.Append(entry));
    if (last) {
      changes.addAll(
          told.end(
              row.withEnrolment(failed),
              TokenTransitions.next(row, TokenAct.LAST_WRONG_ACTIVATION),
              "wrong activations"));
    } else {
      changes.add(new Change.UpdateToken(row.withEnrolment(failed)));
    }
    return new Decided<>(new Activation.Refused(told.now()), changes);
  }

  private Decided<Activation> declined(Candidate candidate, Reason reason, Told told) {
    TokenRow row = candidate.row();
    List<Change> changes = new ArrayList<>();
    changes.add(refusal(told.now(), Optional.of(row), reason));
    if (reason == Reason.DEVICE_CLASS_RETIRED) {
      changes.addAll(
          told.end(
              row, TokenTransitions.next(row, TokenAct.ACTIVATE_RETIRED_DEVICE), reason.name()));
    }
    return new Decided<>(new Activation.Declined(told.now(), reason), changes);
  }

  private Decided<Activation> delivered(Candidate candidate, AppKey key, Told told) {
    Instant now = told.now();
    TokenRow issued = candidate.row();
    NewSeed seed = NewSeed.make(issued.id(), issued.otp().hash(), key, snapshot);
    String addition = policy().name().addition(request.displayName().orElse("")).orElseThrow();
    Enrolment activated =
        candidate
            .enrolment()
            .activated(new Consent(now, policy().terms()), request.device(), addition);
    Instant expires = policy().life().expiry(now);
    TokenRow row = issued.initialised(seed.sealed(), expires, activated);
    List<Change> changes = new ArrayList<>();
    changes.add(new Change.UpdateToken(row));
    changes.add(new Change.PutUser(candidate.user().downloaded(), false));
    changes.addAll(told.change(row, AuditEvent.INITIALISED, OutboxRow.Type.ACTIVATED, ""));
    return new Decided<>(
        new Activation.Delivered(
            now, seed.delivered(), issued.otp(), expires, policy().name().with(addition)),
        changes);
  }

  private Change refusal(Instant now, Optional<TokenRow> paired, Reason reason) {
    return new Change.Append(
        entry(now, paired, AuditEvent.ACT_REFUSED).withDetail(TokenAct.ACTIVATE + ": " + reason));
  }

  private AuditEntry entry(Instant now, Optional<TokenRow> paired, AuditEvent event) {
    return Told.entry(now, event, request.bank(), paired, request.key());
  }

  private EnrolmentPolicy policy() {
    return snapshot.profile().enrolment();
  }
}
