package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.BankId;
import org.ichido.api.BankNotServed;
import org.ichido.api.Cause;
import org.ichido.api.Lock;
import org.ichido.api.StoreUnavailable;
import org.ichido.api.TokenState;
import org.ichido.api.Verdict;
import org.ichido.api.act.Device;
import org.ichido.api.contract.BranchCount;
import org.ichido.api.contract.Count;
import org.ichido.api.contract.DeviceClass;
import org.ichido.api.contract.Method;
import org.ichido.api.contract.MethodChange;
import org.ichido.api.contract.Role;
import org.ichido.api.migration.LoadReport;
import org.ichido.core.fakes.MigrationFiles;
import org.ichido.core.secret.OpensslMade;
import org.ichido.evidence.Requirement;
import org.ichido.spi.store.Attempts;
import org.ichido.spi.store.Enrolment;
import org.ichido.spi.store.Suspension;
import org.ichido.spi.store.TokenRow;
import org.junit.jupiter.api.Test;

/** Contracts, users and live tokens of a former system, taken over in one go. */
class LoadThroughTheHouseTest extends MigrationHouse {
  private static final Count ALL = new Count(2, 3, 2);
  private static final List<BranchCount> BY_BRANCH =
      List.of(new BranchCount("012", 1, 0, 2, 0, 0, 1), new BranchCount("013", 1, 0, 1, 0, 0, 1));

  private Verdict.Kind present(String contract, String user, long step) {
    return verify(holder(contract, user), step).kind();
  }

  @Test
  void aDryRunSaysWhatWouldBeDoneAndDoesNothing() {
    LoadReport report = dryRun();

    assertThat(report)
        .isEqualTo(new LoadReport(false, ALL, Count.NONE, BY_BRANCH, List.of(), List.of(), 0));
    assertThat(store.wholeAudit()).isEmpty();
    assertThat(store.contract(CONTRACT)).isEmpty();
    assertThat(store.tokensOf(holder("C0001", "taro"))).isEmpty();
  }

  @Test
  void theRunDoesWhatTheDryRunSaid() {
    LoadReport said = dryRun();
    LoadReport done = loaded();

    assertThat(done)
        .isEqualTo(
            new LoadReport(
                true, said.added(), said.there(), said.files(), BY_BRANCH, List.of(), 0));
    assertThat(store.contract(CONTRACT).orElseThrow())
        .satisfies(
            row -> {
              assertThat(row.branch()).isEqualTo("012");
              assertThat(row.cif()).contains("12345");
              assertThat(row.opened()).isEqualTo(OPENED);
              assertThat(row.method()).isEqualTo(Method.SOFT);
              assertThat(row.account().orElseThrow().number()).isEqualTo("1234567");
            });
    assertThat(store.user(holder("C0001", "taro")).orElseThrow().role()).isEqualTo(Role.MASTER);
    assertThat(store.user(holder("C0001", "hanako")).orElseThrow().role()).isEqualTo(Role.GENERAL);
  }

  /** S0-4: what was accepted there is never accepted here. */
  @Test
  @Requirement("S0-4")
  void theLastStepAndThoseBeforeItAreUsedAndTheNextIsGood() {
    files.tokens.get(0).put("last_step", Long.toString(STEP));
    loaded();

    assertThat(present("C0001", "taro", STEP)).isEqualTo(Verdict.Kind.REFUSED);
    assertThat(present("C0001", "taro", STEP - 1)).isEqualTo(Verdict.Kind.REFUSED);
    assertThat(present("C0001", "taro", STEP + 1)).isEqualTo(Verdict.Kind.ACCEPTED);
    assertThat(store.audit(holder("C0001", "taro"), 100))
        .filteredOn(entry -> entry.cause().equals(Optional.of(Cause.USED)))
        .hasSize(2);
  }

  /** Nobody knows what was accepted there a moment ago. */
  @Test
  void withoutALastStepEveryStepUpToTheLoadIsUsed() {
    files.tokens.get(0).put("last_step", "");
    loaded();

    assertThat(present("C0001", "taro", STEP - 1)).isEqualTo(Verdict.Kind.REFUSED);
    assertThat(present("C0001", "taro", STEP)).isEqualTo(Verdict.Kind.REFUSED);
    assertThat(present("C0001", "taro", STEP + 1)).isEqualTo(Verdict.Kind.REFUSED);
    clock.set(START.plusSeconds(60));
    assertThat(present("C0001", "taro", STEP + 2)).isEqualTo(Verdict.Kind.ACCEPTED);
  }

  @Test
  void whoWasLockedStaysLockedAndWhoWasStoppedStaysStopped() {
    files.tokens.get(0).put("locked", "2026-11-20T09:30:00+09:00");
    files.tokens.get(0).put("failures", "5");
    files.tokens.get(1).put("suspended", "2026-11-20T00:30:00Z");
    loaded();

    assertThat(token("C0001", "taro").lock())
        .contains(new Lock.UntilUnlocked(Instant.parse("2026-11-20T00:30:00Z")));
    assertThat(token("C0002", "jiro").suspension())
        .contains(new Suspension(Instant.parse("2026-11-20T00:30:00Z"), ""));
    assertThat(present("C0001", "taro", STEP)).isEqualTo(Verdict.Kind.REFUSED);
    assertThat(present("C0002", "jiro", STEP)).isEqualTo(Verdict.Kind.REFUSED);
    assertThat(store.wholeAudit().stream().flatMap(entry -> entry.cause().stream()))
        .containsExactly(Cause.LOCKED, Cause.SUSPENDED);
  }

  /** T6: to be moved is no way to get more guesses. */
  @Test
  void failuresGoOnBeingCounted() {
    files.tokens.get(0).put("failures", "4");
    loaded();

    present("C0001", "taro", STEP + 50);

    assertThat(token("C0001", "taro").lock()).isPresent();
  }

  @Test
  void anUnconfirmedTokenIsConfirmedByItsFirstCodeWithinTheDeadline() {
    files.tokens.get(0).put("state", "INITIALISED");
    files.tokens.get(0).put("last_step", "");
    loaded();

    TokenRow row = token("C0001", "taro");
    assertThat(row.state()).isEqualTo(TokenState.INITIALISED);
    assertThat(row.lastFactor()).isEqualTo(Attempts.NO_FACTOR);
    assertThat(row.enrolment().map(Enrolment::deadline)).contains(START.plus(SEVENTY_TWO_HOURS));
    assertThat(dryRun().files().get(0)).isEqualTo(new BranchCount("012", 1, 0, 2, 0, 1, 0));
  }

  @Test
  void theSeedIsOpenedByTheTransportKeyAndSealedByTheVault() {
    vault.inClear = false;
    byte[] seed = MigrationFiles.seed("C0001", "taro");
    files.tokens.get(0).put("seed", OpensslMade.encryptedToUs(seed));
    files.tokens.remove(1);
    loaded();

    TokenRow row = token("C0001", "taro");
    assertThat(vault.unseal(row.id(), row.seed().orElseThrow()).copy()).isEqualTo(seed);
  }

  @Test
  void whatHoldsOfATokenIsWhatTheFileSays() {
    Map<String, String> line = files.tokens.get(0);
    line.put("activation_user_id", "0000012345678901");
    line.put("device", "phone-1");
    line.put("device_class", "FEATURE_PHONE");
    loaded();

    TokenRow row = token("C0001", "taro");
    Enrolment enrolment = row.enrolment().orElseThrow();
    assertThat(enrolment.pair().serviceId()).isEqualTo("KINSAN");
    assertThat(enrolment.pair().userId()).isEqualTo("0000012345678901");
    assertThat(enrolment.device()).contains(new Device("phone-1", DeviceClass.FEATURE_PHONE));
    assertThat(row.expires()).contains(japan("2027-04-01T00:00:00"));
    assertThat(row.registered()).isEqualTo(START);
  }

  /** S0-10: what is installed stays, although new ones are refused. */
  @Test
  @Requirement("S0-10")
  void aRetiredDeviceThatIsInstalledComesIn() {
    BankId mirai = serve("mirai");
    files.tokens.get(0).put("device_class", "FEATURE_PHONE");

    assertThat(load(mirai, false).faults()).isEmpty();
    assertThat(store.count(mirai)).isEqualTo(BY_BRANCH);
  }

  @Test
  void aPhoneThatNobodyNamedIsAPhoneOfItsOwn() {
    loaded();

    assertThat(List.of(token("C0001", "taro"), token("C0002", "jiro")))
        .extracting(row -> row.enrolment().flatMap(Enrolment::device).orElseThrow().id())
        .doesNotHaveDuplicates()
        .allSatisfy(id -> assertThat(id).startsWith("migrated-"));
  }

  @Test
  void aClosedContractAndAComingMethodAreTakenOver() {
    files.contracts.get(0).put("next_method", "HARD");
    files.contracts.get(0).put("next_from", "2026-12-01");
    files.contracts.get(1).put("closed", "2026-03-31");
    files.tokens.remove(1);
    LoadReport report = loaded();

    assertThat(store.contract(CONTRACT).orElseThrow().change())
        .contains(new MethodChange(Method.HARD, LocalDate.of(2026, 12, 1)));
    assertThat(report.stored())
        .containsExactly(
            new BranchCount("012", 1, 0, 2, 0, 0, 1), new BranchCount("013", 0, 1, 0, 0, 0, 0));
    assertThat(report.files()).isEqualTo(report.stored());
    assertThat(report.added()).isEqualTo(new Count(2, 3, 1));
  }

  /** S3-21: where an expired token can be renewed, it can be moved. */
  @Test
  @Requirement("S3-21")
  void anExpiredTokenComesInWhereItCanStillBeRenewedAndIsToldToNobody() {
    files.tokens.get(0).put("last_day", "2026-11-20");
    loaded();

    assertThat(token("C0001", "taro").expiry().told()).isTrue();
    dueActs.run();
    assertThat(store.wholeOutbox()).isEmpty();
  }

  @Test
  void nobodyIsToldOfWhatCoreBankingWroteItself() {
    loaded();

    assertThat(store.wholeOutbox()).isEmpty();
  }

  @Test
  void theAuditSaysOfEachRowWhoBroughtIt() {
    loaded();

    assertThat(store.audited(AuditEvent.MIGRATED))
        .hasSize(8)
        .allSatisfy(entry -> assertThat(entry.actor()).contains(ADMIN))
        .extracting(AuditEntry::detail)
        .contains(
            "contract of branch 012, opened 2020-04-01, method SOFT",
            "user MASTER",
            "token ACTIVE, SMARTPHONE, last day 2027-03-31, last step 29000000, failures 0")
        .last()
        .isEqualTo(
            "initial load done: added 2 contracts 3 users 2 tokens,"
                + " there already 0 contracts 0 users 0 tokens");
    assertThat(store.wholeAudit().toString())
        .doesNotContain(files.tokens.get(0).get("seed"), "C0001/taro/---");
  }

  @Test
  void loadedTwiceIsLoadedOnce() {
    loaded();
    TokenRow before = token("C0001", "taro");
    int audited = store.wholeAudit().size();

    LoadReport again = loaded();

    assertThat(again.added()).isEqualTo(Count.NONE);
    assertThat(again.there()).isEqualTo(ALL);
    assertThat(again.stored()).isEqualTo(BY_BRANCH);
    assertThat(token("C0001", "taro")).isEqualTo(before);
    assertThat(store.wholeAudit()).as("that it ran").hasSize(audited + 1);
  }

  /** A token that was used since has a later step, and goes on from there. */
  @Test
  void loadedAgainAfterAnAcceptedCodeTheStepStaysUsed() {
    loaded();
    assertThat(present("C0001", "taro", STEP)).isEqualTo(Verdict.Kind.ACCEPTED);

    assertThat(loaded().there()).isEqualTo(ALL);

    assertThat(present("C0001", "taro", STEP)).isEqualTo(Verdict.Kind.REFUSED);
  }

  @Test
  void aTokenThatWasRevokedSinceDoesNotComeBack() {
    loaded();
    TokenRow row = token("C0001", "taro");
    store.plant(row.ended(TokenState.REVOKED));

    assertThat(loaded().there()).isEqualTo(ALL);

    assertThat(token("C0001", "taro").state()).isEqualTo(TokenState.REVOKED);
    assertThat(present("C0001", "taro", STEP)).isEqualTo(Verdict.Kind.REFUSED);
  }

  /** Wherever it is cut short, it is begun again and is whole. */
  @Test
  void aRunThatWasCutShortIsBegunAgain() {
    for (int units = 0; units <= 2; units++) {
      LoadThroughTheHouseTest other = new LoadThroughTheHouseTest();
      other.directory = directory;
      other.kinsanIsServed();
      other.seedsAreInClear();
      other.store.breakAfter(units);
      assertThatThrownBy(other::load).isInstanceOf(StoreUnavailable.class);
      other.store.broken = false;

      LoadReport again = other.loaded();

      assertThat(again.stored()).isEqualTo(BY_BRANCH);
      assertThat(again.added().contracts()).isEqualTo(2 - units);
      assertThat(again.there().contracts()).isEqualTo(units);
      assertThat(other.loaded().there()).isEqualTo(ALL);
    }
  }

  @Test
  void aBankThatIsNotServedIsNotLoaded() {
    assertThatThrownBy(() -> load(new BankId("ginsan"), false)).isInstanceOf(BankNotServed.class);
  }

  @Test
  void aContractIsWrittenWholeOrNotAtAll() {
    loaded();

    assertThat(store.largestUnit()).as("contract, two users, a token, each audited").isEqualTo(8);
  }

  @Test
  void theSeedIsInNoWord() {
    files.tokens.get(0).put("last_step", "99999999999");
    String seed = Base64.getEncoder().encodeToString(MigrationFiles.seed("C0001", "taro"));

    assertThat(load().toString()).doesNotContain(seed).contains("last_step");
  }
}
