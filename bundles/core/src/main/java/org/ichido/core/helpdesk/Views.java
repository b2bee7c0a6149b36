package org.ichido.core.helpdesk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.ichido.api.act.Device;
import org.ichido.api.helpdesk.ContractView;
import org.ichido.api.helpdesk.EnrolmentView;
import org.ichido.api.helpdesk.TokenView;
import org.ichido.api.helpdesk.UserView;
import org.ichido.core.profile.BankProfile;
import org.ichido.core.system.JapaneseTime;
import org.ichido.core.work.Entitlement;
import org.ichido.core.work.Tokens;
import org.ichido.spi.store.Enrolment;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.TokenRow;

/**
 * Rows as they may be shown: no seed, no password, no address, no activation pair.
 *
 * @param rows the user's tokens, row and contract
 * @param profile the bank's profile
 * @param now the moment
 */
record Views(Rows rows, BankProfile profile, Instant now) {
  Optional<ContractView> contract() {
    LocalDate today = JapaneseTime.dayOf(now);
    return rows.contract()
        .map(
            row ->
                new ContractView(
                    row.branch(),
                    row.opened(),
                    row.closed(),
                    row.methodOn(today),
                    row.change().filter(change -> change.effective().isAfter(today))));
  }

  Optional<UserView> user() {
    return rows.user()
        .map(
            row ->
                new UserView(
                    row.role(),
                    row.removed(),
                    row.coolDown().filter(now::isBefore),
                    row.downloads(),
                    profile.enrolment().downloads()));
  }

  Optional<TokenView> token() {
    return Tokens.inQuestion(Entitlement.of(rows).seen(rows.tokens(), JapaneseTime.dayOf(now)))
        .map(this::view);
  }

  private TokenView view(TokenRow token) {
    return new TokenView(
        Tokens.describe(token, now),
        token.suspension().map(stop -> new TokenView.SuspensionView(stop.since(), stop.reason())),
        token.drift(),
        token.enrolment().map(this::view));
  }

  private EnrolmentView view(Enrolment enrolment) {
    return new EnrolmentView(
        switch (enrolment.mailState()) {
          case WAITING -> EnrolmentView.Mail.WAITING;
          case SENT -> EnrolmentView.Mail.SENT;
          case FAILED -> EnrolmentView.Mail.FAILED;
        },
        enrolment.tries(),
        profile.enrolment().activationTries(),
        enrolment.deadline(),
        enrolment.device().map(Device::deviceClass),
        enrolment.confirmed());
  }
}
