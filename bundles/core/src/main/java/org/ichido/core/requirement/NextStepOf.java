package org.ichido.core.requirement;

import java.time.Instant;
import java.util.Optional;
import org.ichido.api.Lock;
import org.ichido.api.TokenKind;
import org.ichido.api.TokenState;
import org.ichido.api.contract.Method;
import org.ichido.api.requirement.NextStep;
import org.ichido.core.change.RenewalWindow;
import org.ichido.core.life.Standing;
import org.ichido.core.profile.BankProfile;
import org.ichido.spi.store.ContractRow;
import org.ichido.spi.store.Enrolment;
import org.ichido.spi.store.MailState;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.UserRow;

/**
 * What a user has to do next about the token, as it stands at a moment. What it says can be done: a
 * way that would end in a refusal is not shown, the bank is named instead. Pure.
 *
 * @param profile the bank's profile
 * @param now the moment
 * @param again whether the user had a token in use before, or has
 */
record NextStepOf(BankProfile profile, Instant now, boolean again) {
  /**
   * @param rows contract and user
   * @param token the user's live token, of the kind that the contract uses
   * @param method how the contract authenticates
   */
  Step of(Rows rows, Optional<TokenRow> token, Method method) {
    return token.map(row -> of(rows, row)).orElseGet(() -> withoutToken(rows, method));
  }

  private Step withoutToken(Rows rows, Method method) {
    if (method == Method.HARD) {
      return unregistered(rows, "no token");
    }
    if (method != Method.SOFT) {
      return contactBank("no token");
    }
    Optional<String> barred = barred(rows).or(() -> usedUp(rows));
    if (barred.isPresent()) {
      return contactBank("no token; " + barred.get());
    }
    return waiting(rows).orElseGet(() -> begin("no token"));
  }

  private Optional<Step> waiting(Rows rows) {
    Optional<Instant> coolDown = rows.user().flatMap(UserRow::coolDown).filter(now::isBefore);
    return coolDown.map(
        end -> new Step(NextStep.WAIT, coolDown, false, "cool-down after a revocation"));
  }

  /** A time is told with it if the registration can be skipped until then, and else none. */
  private Step unregistered(Rows rows, String why) {
    Optional<RegistrationDue> due = due(rows).filter(RegistrationDue::due);
    if (due.isEmpty()) {
      return contactBank(why);
    }
    return waiting(rows)
        .orElseGet(
            () ->
                new Step(
                    NextStep.REGISTER,
                    due.get().skippableBefore().filter(now::isBefore),
                    false,
                    why + "; a hard token is to be registered"));
  }

  private Optional<RegistrationDue> due(Rows rows) {
    return profile.hardTokens().map(policy -> new RegistrationDue(policy, rows, now));
  }

  /** Who is blocked at login since codes were in use cannot apply there, but prove himself. */
  private Step begin(String why) {
    NextStep first = profile.enrolment().selfService() ? NextStep.APPLY : NextStep.ISSUE;
    NextStep step = again && profile.enrolment().replaces() ? NextStep.REISSUE : first;
    return new Step(step, Optional.empty(), false, why);
  }

  private Step of(Rows rows, TokenRow token) {
    TokenState state = Standing.at(token, now);
    return switch (state) {
      case ISSUED, INITIALISED -> enrolling(rows, token, state);
      case ACTIVE -> token.kind() == TokenKind.HARD ? hard(rows, token) : active(rows, token);
      case REVOKED, CANCELLED ->
          throw new IllegalArgumentException("token " + token.id() + " is not live");
    };
  }

  private Step enrolling(Rows rows, TokenRow token, TokenState state) {
    boolean issued = state == TokenState.ISSUED;
    String how = issued ? "issued, not yet activated" : "not yet confirmed";
    Optional<String> barred = barred(rows).or(() -> issued ? usedUp(rows) : Optional.empty());
    if (barred.isPresent()) {
      return contactBank(how + "; " + barred.get());
    }
    Optional<MailState> mail = token.enrolment().map(Enrolment::mailState);
    if (issued && mail.equals(Optional.of(MailState.FAILED))) {
      // Without the mail nobody has the pair: to begin anew, with another address, is the way.
      return begin(how + "; its mail cannot be delivered");
    }
    Optional<Instant> delayed = lock(token).flatMap(Lock::end);
    if (delayed.isPresent()) {
      return new Step(NextStep.WAIT, delayed, false, how + "; delayed by wrong codes");
    }
    return new Step(
        issued ? NextStep.ACTIVATE : NextStep.CONFIRM,
        token.enrolment().map(Enrolment::deadline),
        false,
        how);
  }

  /** What comes in its place is registered, as soon as it cannot be used or the other was sent. */
  private Step hard(Rows rows, TokenRow token) {
    Step step = active(rows, token);
    if (!step.usable()) {
      return due(rows).filter(RegistrationDue::due).isPresent()
          ? unregistered(rows, step.why())
          : step;
    }
    boolean sent = due(rows).filter(RegistrationDue::replacementSent).isPresent();
    return sent && step.next() == NextStep.NONE
        ? new Step(NextStep.REGISTER, Optional.empty(), true, "in use; its replacement was sent")
        : step;
  }

  private Step active(Rows rows, TokenRow token) {
    if (token.suspension().isPresent()) {
      return contactBank("suspended by the bank");
    }
    boolean expired = token.expires().filter(end -> !now.isBefore(end)).isPresent();
    boolean renewable = renewable(token);
    if (expired && !renewable) {
      return replaced(rows, token);
    }
    Optional<Lock> lock = lock(token);
    if (lock.isPresent()) {
      return new Step(NextStep.UNLOCK, lock.flatMap(Lock::end), false, "locked by failures");
    }
    if (expired) {
      return new Step(NextStep.RENEW, token.expires(), false, "expired");
    }
    return renewable
        ? new Step(NextStep.RENEW, token.expires(), true, "renewal is open")
        : new Step(NextStep.NONE, Optional.empty(), true, "in use");
  }

  /**
   * Locked or not: nobody need unlock what is replaced. A hard token is not the user's to order.
   */
  private Step replaced(Rows rows, TokenRow token) {
    Optional<String> barred = barred(rows).or(() -> usedUp(rows));
    return barred.isPresent() || token.kind() == TokenKind.HARD
        ? contactBank("expired" + barred.map(why -> "; " + why).orElse(""))
        : new Step(NextStep.REISSUE, token.expires(), false, "expired");
  }

  /** What was registered by hand has no activation pair to be renewed by. */
  private boolean renewable(TokenRow token) {
    return token.enrolment().isPresent()
        && RenewalWindow.opens(token, profile, now).filter(at -> !now.isBefore(at)).isPresent();
  }

  private Optional<Lock> lock(TokenRow token) {
    return token.lock().filter(held -> held.inForce(now));
  }

  /** What keeps the user from a soft token, whatever he does (S0-1). */
  private Optional<String> barred(Rows rows) {
    if (rows.contract().isEmpty() || rows.user().isEmpty()) {
      return Optional.of("core banking told of no such user");
    }
    return rows.contract()
        .map(ContractRow::opened)
        .filter(profile.contracts()::closedTo)
        .map(opened -> "contract opened " + opened + ", after the closing day");
  }

  /** Only the branch lets the user have another seed (S2-19). */
  private Optional<String> usedUp(Rows rows) {
    return rows.user()
        .map(UserRow::downloads)
        .filter(seeds -> profile.enrolment().usedUp(seeds).isPresent())
        .map(seeds -> seeds + " seeds delivered, no more without a release");
  }

  private static Step contactBank(String why) {
    return new Step(NextStep.CONTACT_BANK, Optional.empty(), false, why);
  }
}
