package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.ContractId;
import org.ichido.api.RequestId;
import org.ichido.api.RequestKey;
import org.ichido.api.Requester;
import org.ichido.api.StoreUnavailable;
import org.ichido.api.TokenState;
import org.ichido.api.contract.ContractKey;
import org.ichido.api.contract.Method;
import org.ichido.api.contract.Role;
import org.ichido.api.migration.DeltaReport;
import org.ichido.api.migration.DeltaRequest;
import org.ichido.api.migration.Difference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What core banking has at night is compared with what we have, and what differs is done. */
class DeltaThroughTheHouseTest extends MigrationHouse {
  @BeforeEach
  void everythingIsLoaded() {
    loaded();
  }

  private DeltaReport delta(boolean full, boolean dryRun) {
    try {
      return migration.delta(
          new DeltaRequest(
              new RequestKey(new Requester("shell"), new RequestId("d" + ids.incrementAndGet())),
              BANK,
              files.contracts(directory),
              files.users(directory),
              full,
              dryRun,
              ADMIN));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a dry run says; the run must then do that, and leave nothing to be done. */
  private List<String> applied() {
    DeltaReport said = delta(true, true);
    DeltaReport done = delta(true, false);
    assertThat(done.differences()).isEqualTo(said.differences());
    assertThat(said.applied()).isZero();
    assertThat(done.faults()).isEmpty();
    assertThat(done.applied()).isEqualTo(done.differing()).isEqualTo(done.differences().size());
    assertThat(delta(true, true).differences()).isEmpty();
    return words(done.differences());
  }

  private static List<String> words(List<Difference> differences) {
    return differences.stream().map(Difference::toString).toList();
  }

  @Test
  void whatIsTheSameIsLeftAlone() {
    int audited = store.wholeAudit().size();

    DeltaReport report = delta(true, false);

    assertThat(report)
        .isEqualTo(new DeltaReport(2, 3, List.of(), 0, 0, List.of(), 0, List.of(), 0));
    assertThat(store.wholeAudit()).as("that it ran").hasSize(audited + 1);
    assertThat(store.audited(AuditEvent.MIGRATED).get(8).detail())
        .isEqualTo("delta done: 2 contracts compared, 0 acts by requester kinsan.delta, 0 missing");
  }

  @Test
  void aDryRunShowsWhatIsDifferentAndChangesNothing() {
    files.contracts.get(0).put("branch", "099");
    int audited = store.wholeAudit().size();

    assertThat(words(delta(true, true).differences())).containsExactly("C0001: branch 012 to 099");
    assertThat(store.wholeAudit()).hasSize(audited);
    assertThat(store.contract(CONTRACT).orElseThrow().branch()).isEqualTo("012");
  }

  @Test
  void branchAccountRoleAndUsersAreChanged() {
    files.contracts.get(0).put("branch", "099");
    files.contracts.get(0).put("account_number", "7654321");
    files.users.get(0).put("role", "SUB_ADMIN");
    files.user("C0002", "saburo");

    assertThat(applied())
        .containsExactly(
            "C0001: branch 012 to 099",
            "C0001: representative account",
            "C0001/hanako: role GENERAL to SUB_ADMIN",
            "C0002/saburo: added, role GENERAL");
    assertThat(store.contract(CONTRACT).orElseThrow().account().orElseThrow().number())
        .isEqualTo("7654321");
    assertThat(store.user(holder("C0001", "hanako")).orElseThrow().role())
        .isEqualTo(Role.SUB_ADMIN);
    assertThat(store.user(holder("C0002", "saburo"))).isPresent();
  }

  @Test
  void aClosedContractsTokensEndAndThatIsTold() {
    files.contracts.get(0).put("closed", "2026-11-20");

    assertThat(applied()).containsExactly("C0001: closed 2026-11-20");
    assertThat(token("C0001", "taro").state()).isEqualTo(TokenState.REVOKED);
    assertThat(told()).containsExactly("REVOKED CONTRACT_CLOSED taro");
  }

  @Test
  void anotherMethodOfTodayEndsTokensAndOneToComeDoesNot() {
    files.contracts.get(0).put("method", "HARD");
    files.contracts.get(1).put("next_method", "TXN_AUTH");
    files.contracts.get(1).put("next_from", "2026-12-01");

    assertThat(applied())
        .containsExactly(
            "C0001: method HARD from 2026-11-21", "C0002: method TXN_AUTH from 2026-12-01");
    assertThat(told()).containsExactly("REVOKED METHOD_CHANGED taro");
    assertThat(token("C0002", "jiro").state()).isEqualTo(TokenState.ACTIVE);

    files.contracts.get(1).put("next_method", "");
    files.contracts.get(1).put("next_from", "");
    assertThat(applied()).containsExactly("C0002: method SOFT from 2026-11-21");
    assertThat(
            store.contract(new ContractKey(BANK, new ContractId("C0002"))).orElseThrow().change())
        .isEmpty();
  }

  @Test
  void aMethodOfTodayAndOneToComeAreBothDone() {
    files.contracts.get(0).put("method", "NONE");
    files.contracts.get(0).put("next_method", "SOFT");
    files.contracts.get(0).put("next_from", "2027-01-01");

    assertThat(applied())
        .containsExactly(
            "C0001: method NONE from 2026-11-21", "C0001: method SOFT from 2027-01-01");
    assertThat(store.contract(CONTRACT).orElseThrow().methodOn(LocalDate.of(2027, 1, 1)))
        .isEqualTo(Method.SOFT);
  }

  @Test
  void aNewContractIsOpenedWithItsUsers() {
    files.contract("C0003").put("next_method", "HARD");
    files.contracts.get(2).put("next_from", "2026-12-01");
    files.user("C0003", "shiro").put("role", "MASTER");
    files.contract("C0004").put("closed", "2026-11-01");

    assertThat(applied())
        .containsExactly(
            "C0003: opened, branch 012, method SOFT",
            "C0003: method HARD from 2026-12-01",
            "C0003/shiro: added, role MASTER",
            "C0004: opened, branch 012, method SOFT",
            "C0004: closed 2026-11-01");
  }

  @Test
  void whatAFullFileLacksIsToldAndNeverRemoved() {
    files.contract("C0000");
    files.contracts.add(0, files.contracts.remove(2));
    files.contract("C0003");
    applied();
    files.contracts.removeIf(row -> !row.get("contract").equals("C0001"));
    files.users.removeIf(row -> !row.get("user").equals("taro"));

    DeltaReport report = delta(true, false);

    assertThat(words(report.missing()))
        .containsExactly(
            "C0000: contract is not in the file",
            "C0001/hanako: user is not in the file",
            "C0002: contract is not in the file",
            "C0003: contract is not in the file");
    assertThat(report.lacking()).isEqualTo(4);
    assertThat(report.applied()).isZero();
    assertThat(store.user(holder("C0001", "hanako")).orElseThrow().removed()).isEmpty();
    assertThat(delta(false, false).missing()).as("in a file of changes").isEmpty();
  }

  /** A contract or user that is gone is not missing. */
  @Test
  void whatIsClosedOrRemovedHereIsNotMissing() {
    done(remove("hanako"));
    done(close(TODAY));
    files.contracts.remove(0);
    files.users.removeIf(row -> row.get("contract").equals("C0001"));

    assertThat(delta(true, false).missing()).isEmpty();
  }

  @Test
  void aUserWhoWasRemovedIsAddedAgain() {
    done(remove("hanako"));

    assertThat(applied()).containsExactly("C0001/hanako: added, role GENERAL");
    assertThat(store.user(holder("C0001", "hanako")).orElseThrow().removed()).isEmpty();
  }

  @Test
  void whatNoActChangesIsAFaultAndThenNothingIsDone() {
    files.contracts.get(0).put("opened", "2020-04-02");
    files.contracts.get(0).put("cif", "");
    files.contracts.get(1).put("branch", "099");
    for (String column :
        List.of("account_branch", "account_type", "account_number", "account_name")) {
      files.contracts.get(1).put(column, "");
    }

    DeltaReport report = delta(true, false);

    assertThat(report.faults())
        .extracting(MigrationHouse::place)
        .containsExactly("CONTRACTS 2 opened", "CONTRACTS 2 cif", "CONTRACTS 3 account_number");
    assertThat(report.applied()).isZero();
    assertThat(report.differing()).isEqualTo(1);
    assertThat(store.count(BANK)).extracting(count -> count.branch()).containsExactly("012", "013");
  }

  @Test
  void aClosedContractIsNotOpenedAgain() {
    done(close(TODAY));

    assertThat(delta(true, false).faults())
        .extracting(MigrationHouse::place)
        .containsExactly("CONTRACTS 2 closed");
    files.contracts.get(0).put("closed", TODAY.toString());
    assertThat(applied()).isEmpty();
  }

  @Test
  void aFormThatIsWrongStopsEverything() {
    files.contracts.get(0).put("branch", "099");
    files.users.get(2).put("role", "x");
    files.users.remove(0);

    DeltaReport report = delta(true, false);

    assertThat(report.faults()).extracting(MigrationHouse::place).containsExactly("USERS 3 role");
    assertThat(report.applied()).isZero();
    assertThat(report.missing()).as("what is missing is not known then").isEmpty();
    assertThat(store.contract(CONTRACT).orElseThrow().branch()).isEqualTo("012");
  }

  /** The acts are those of core banking's records, and the audit says who ran the file. */
  @Test
  void theAuditSaysWhatWasDoneAndByWhom() {
    files.contracts.get(0).put("branch", "099");
    applied();

    assertThat(store.audited(AuditEvent.CONTRACT_CHANGED))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.request().orElseThrow().requester().value())
                  .isEqualTo("kinsan.delta");
              assertThat(entry.actor().orElseThrow().name()).isEqualTo("delta");
            });
    AuditEntry end = store.audited(AuditEvent.MIGRATED).get(8);
    assertThat(end.actor()).contains(ADMIN);
    assertThat(end.detail()).contains("1 acts");
  }

  @Test
  void aRunThatWasCutShortIsBegunAgain() {
    files.contracts.get(0).put("branch", "098");
    files.contracts.get(1).put("branch", "099");
    store.breakAfter(1);
    assertThatThrownBy(() -> delta(true, false)).isInstanceOf(StoreUnavailable.class);
    store.broken = false;

    assertThat(applied()).containsExactly("C0002: branch 013 to 099");
  }

  @Test
  void aHundredDifferencesAreToldAndTheOthersCounted() {
    for (int i = 0; i < 150; i++) {
      files.user("C0002", "x%03d".formatted(i));
    }

    DeltaReport report = delta(true, true);

    assertThat(report.differences()).hasSize(100);
    assertThat(report.differing()).isEqualTo(150);
    assertThat(delta(true, false).applied()).isEqualTo(150);
  }
}
