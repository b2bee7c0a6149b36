package org.ichido.core.enrolment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ichido.api.TokenState;
import org.ichido.api.act.ActivateRequest;
import org.ichido.api.act.Reason;
import org.ichido.core.life.Standing;
import org.ichido.core.life.TokenAct;
import org.ichido.core.life.TokenTransitions;
import org.ichido.core.system.JapaneseTime;
import org.ichido.spi.store.Enrolment;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.UserRow;

/**
 * An issue that waits for its activation, in time and by a user who still may.
 *
 * @param row the token
 * @param enrolment its enrolment
 * @param user its user
 */
record Candidate(TokenRow row, Enrolment enrolment, UserRow user) {
  /** The one of the pair, if it can be activated now. */
  static Optional<Candidate> of(Rows rows, EnrolmentPolicy policy, Instant now) {
    Optional<TokenState> state = rows.paired().map(row -> Standing.at(row, now));
    Optional<SoftEntitlement> entitled =
        SoftEntitlement.of(rows)
            .filter(one -> one.refusal(policy, JapaneseTime.dayOf(now)).isEmpty());
    if (entitled.isEmpty() || !TokenTransitions.of(state, TokenAct.ACTIVATE).allowed()) {
      return Optional.empty();
    }
    return rows.paired()
        .flatMap(
            row ->
                row.enrolment()
                    .map(enrolment -> new Candidate(row, enrolment, entitled.get().user())));
  }

  /**
   * What is in the way of an activation whose three values are right. All of it is told, for who
   * asks is the customer.
   *
   * @param request what the app asks
   * @param policy what the profile says
   * @param onDevice the bank's live tokens on that device
   * @param now when it is decided
   * @return the first obstacle
   */
  Optional<Reason> obstacle(
      ActivateRequest request, EnrolmentPolicy policy, List<TokenRow> onDevice, Instant now) {
    DeviceRules devices = policy.devices();
    if (devices.retired().contains(request.device().deviceClass())) {
      return Optional.of(Reason.DEVICE_CLASS_RETIRED);
    }
    if (!request.terms().equals(Optional.of(policy.terms()))) {
      return Optional.of(Reason.CONSENT_MISSING);
    }
    if (policy.name().addition(request.displayName().orElse("")).isEmpty()) {
      return Optional.of(Reason.NAME_FORM);
    }
    long shown = onDevice.stream().filter(token -> Standing.at(token, now).live()).count();
    if (devices.full(request.device().deviceClass(), (int) shown)) {
      return Optional.of(Reason.DEVICE_FULL);
    }
    return policy.usedUp(user.downloads());
  }
}
