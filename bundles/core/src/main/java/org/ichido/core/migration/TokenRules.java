package org.ichido.core.migration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ichido.api.TokenKind;
import org.ichido.api.TokenState;
import org.ichido.api.act.ActivationPair;
import org.ichido.api.migration.MigrationFile;
import org.ichido.api.migration.RowFault;
import org.ichido.core.system.JapaneseTime;
import org.ichido.core.work.Entitlement;
import org.ichido.spi.store.ContractRow;
import org.ichido.spi.store.Enrolment;
import org.ichido.spi.store.TokenRow;

/**
 * Which tokens a migration may bring, and whether one is there already. Pure.
 *
 * @param contract the contract as the file has it
 * @param stored the contract's tokens as they are stored
 * @param setting what the run is made under
 * @param now the present time
 */
record TokenRules(ContractRow contract, List<TokenRow> stored, Setting setting, Instant now) {
  /**
   * @param token a token of the contract
   * @return the same token, if it is stored
   */
  Optional<TokenRow> there(ReadyToken token) {
    return stored.stream().filter(row -> row.id().equals(token.id())).findFirst();
  }

  /**
   * @param token a token of the contract
   * @return what is in its way
   */
  List<RowFault> faults(ReadyToken token) {
    List<RowFault> faults = new ArrayList<>(times(token));
    Optional<TokenRow> there = there(token);
    if (there.isPresent()) {
      faults.addAll(differences(token, there.get()));
    } else {
      faults.addAll(obstacles(token));
    }
    return faults;
  }

  private List<RowFault> obstacles(ReadyToken token) {
    List<RowFault> faults = new ArrayList<>();
    LocalDate today = JapaneseTime.dayOf(now);
    if (contract.closed().isPresent()) {
      faults.add(fault(token, "contract", "is closed, so its tokens are over; leave them out"));
    } else if (!Entitlement.fits(contract.methodOn(today), TokenKind.SOFT)) {
      faults.add(fault(token, "contract", "has another method than SOFT, so its users have none"));
    } else if (setting.profile().contracts().closedTo(contract.opened())) {
      faults.add(
          fault(token, "contract", "was opened after the bank closed tokens to new contracts"));
    }
    boolean bound =
        stored.stream()
            .filter(row -> row.state().live())
            .anyMatch(row -> row.users().contains(token.line().holder().user()));
    if (bound) {
      faults.add(fault(token, "user", "has another live token here; a user has one"));
    }
    return faults;
  }

  private List<RowFault> times(ReadyToken token) {
    TokenLine line = token.line();
    MigratedToken migrated = new MigratedToken(token, setting, now);
    List<RowFault> faults = new ArrayList<>();
    if (line.lastStep().filter(step -> step > migrated.newestStep()).isPresent()) {
      faults.add(
          fault(
              token,
              "last_step",
              "lies in the future; it is counted from 1970 in periods of %d seconds"
                  .formatted(setting.profile().otp().period().toSeconds())));
    }
    if (!now.isBefore(migrated.expires())
        && (line.state() != TokenState.ACTIVE
            || !setting.profile().changes().renewal().afterExpiry())) {
      faults.add(
          fault(token, "last_day", "is past, and this token cannot be renewed; leave it out"));
    }
    if (line.lastDay().isAfter(setting.profile().enrolment().life().lastDay(now))) {
      faults.add(fault(token, "last_day", "is later than that of a token issued today would be"));
    }
    if (line.locked().filter(now::isBefore).isPresent()) {
      faults.add(fault(token, "locked", "lies in the future"));
    }
    if (line.suspended().filter(now::isBefore).isPresent()) {
      faults.add(fault(token, "suspended", "lies in the future"));
    }
    return faults;
  }

  /**
   * What the file has otherwise than the store. A token that is over is as over as it can be; one
   * that was used since has a later step and other failures.
   */
  private List<RowFault> differences(ReadyToken token, TokenRow row) {
    if (!row.state().live()) {
      return List.of();
    }
    TokenLine line = token.line();
    MigratedToken migrated = new MigratedToken(token, setting, now);
    Optional<Enrolment> enrolment = row.enrolment();
    List<RowFault> faults = new ArrayList<>();
    if (line.state() == TokenState.ACTIVE && row.state() != TokenState.ACTIVE) {
      faults.add(differs(token, "state"));
    }
    if (!row.expires().equals(Optional.of(migrated.expires()))) {
      faults.add(differs(token, "last_day"));
    }
    if (line.lastStep().filter(step -> step > row.lastFactor()).isPresent()) {
      faults.add(differs(token, "last_step"));
    }
    if (!enrolment.flatMap(Enrolment::device).equals(Optional.of(migrated.device()))) {
      faults.add(differs(token, "device"));
    }
    Optional<String> pairUser = enrolment.map(Enrolment::pair).map(ActivationPair::userId);
    if (line.pairUser().isPresent() && !line.pairUser().equals(pairUser)) {
      faults.add(differs(token, "activation_user_id"));
    }
    if (line.locked().isPresent() && row.lock().isEmpty()) {
      faults.add(differs(token, "locked"));
    }
    if (line.suspended().isPresent() && row.suspension().isEmpty()) {
      faults.add(differs(token, "suspended"));
    }
    return faults;
  }

  private static RowFault differs(ReadyToken token, String column) {
    return fault(token, column, "this token is there already with another one");
  }

  private static RowFault fault(ReadyToken token, String column, String what) {
    return new RowFault(MigrationFile.TOKENS, token.line().line(), column, what);
  }
}
