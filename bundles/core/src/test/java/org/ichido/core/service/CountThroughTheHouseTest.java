package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.BankId;
import org.ichido.api.BankNotServed;
import org.ichido.api.ContractId;
import org.ichido.api.StoreUnavailable;
import org.ichido.api.TokenKind;
import org.ichido.api.TokenState;
import org.ichido.api.contract.BranchCount;
import org.ichido.api.contract.ContractKey;
import org.ichido.api.contract.ContractRequest;
import org.ichido.api.contract.Count;
import org.ichido.api.contract.CountOutcome;
import org.ichido.api.contract.CountRequest;
import org.ichido.api.contract.Method;
import org.ichido.api.contract.Role;
import org.junit.jupiter.api.Test;

/** Core banking says every night how much there ought to be. */
class CountThroughTheHouseTest extends ContractHouse {
  private CountOutcome compare(Optional<String> branch, Count expected) {
    return contracts.compare(
        new CountRequest(key(), BANK, branch, expected, new Actor.CoreBanking("core")));
  }

  private void twoContracts() {
    opened(Method.SOFT, "taro", "hanako");
    plant("taro", TokenKind.SOFT, TokenState.ACTIVE);
    plant("hanako", TokenKind.SOFT, TokenState.ISSUED);
    done(new ContractRequest.Open(key(), other(), terms(Method.SOFT)));
    done(new ContractRequest.MoveBranch(key(), other(), "013"));
  }

  private static ContractKey other() {
    return new ContractKey(BANK, new ContractId("C0002"));
  }

  @Test
  void whatIsTheSameIsEqualAndLeavesNoTrace() {
    twoContracts();
    int before = store.wholeAudit().size();

    CountOutcome outcome = compare(Optional.empty(), new Count(2, 2, 2));

    assertThat(outcome)
        .isEqualTo(
            new CountOutcome(
                START,
                new Count(2, 2, 2),
                true,
                List.of(
                    new BranchCount("012", 1, 0, 2, 1, 0, 1),
                    new BranchCount("013", 1, 0, 0, 0, 0, 0))));
    assertThat(store.wholeAudit()).hasSize(before);
  }

  @Test
  void eachOfTheThreeNumbersMustBeTheSame() {
    twoContracts();

    assertThat(compare(Optional.empty(), new Count(1, 2, 2)).equal()).isFalse();
    assertThat(compare(Optional.empty(), new Count(2, 3, 2)).equal()).isFalse();
    assertThat(compare(Optional.empty(), new Count(2, 2, 1)).equal()).isFalse();
    assertThat(store.audited(AuditEvent.COUNTS_DIFFER))
        .extracting(AuditEntry::detail)
        .containsExactly(
            "whole bank: expected 1 contracts 2 users 2 tokens,"
                + " counted 2 contracts 2 users 2 tokens",
            "whole bank: expected 2 contracts 3 users 2 tokens,"
                + " counted 2 contracts 2 users 2 tokens",
            "whole bank: expected 2 contracts 2 users 1 tokens,"
                + " counted 2 contracts 2 users 2 tokens");
  }

  @Test
  void aBranchIsComparedAlone() {
    twoContracts();

    assertThat(compare(Optional.of("012"), new Count(1, 2, 2)).equal()).isTrue();
    assertThat(compare(Optional.of("013"), new Count(1, 0, 0)).equal()).isTrue();
    CountOutcome nowhere = compare(Optional.of("999"), Count.NONE);
    assertThat(nowhere.equal()).isTrue();
    assertThat(nowhere.branches()).isEmpty();
    assertThat(compare(Optional.of("999"), new Count(1, 0, 0)).equal()).isFalse();
    assertThat(store.audited(AuditEvent.COUNTS_DIFFER))
        .singleElement()
        .satisfies(entry -> assertThat(entry.detail()).startsWith("branch 999: "));
  }

  /** A question: nobody wants to read the answer of last night. */
  @Test
  void askedAgainWithTheSameKeyItIsCountedAgain() {
    CountRequest request =
        new CountRequest(
            key(), BANK, Optional.empty(), new Count(1, 1, 0), new Actor.CoreBanking("core"));
    assertThat(contracts.compare(request).equal()).isFalse();

    opened(Method.SOFT, "taro");

    assertThat(contracts.compare(request).equal()).isTrue();
  }

  @Test
  void aUserWhoIsRemovedAndAContractThatIsClosedCountNoMore() {
    opened(Method.SOFT, "taro", "hanako");
    done(remove("taro"));
    assertThat(compare(Optional.empty(), Count.NONE).ours()).isEqualTo(new Count(1, 1, 0));

    done(add("taro", Role.MASTER));
    done(close(TODAY));
    assertThat(compare(Optional.empty(), Count.NONE).equal()).isTrue();
  }

  @Test
  void whoCannotCountSaysSo() {
    store.broken = true;

    assertThatThrownBy(() -> compare(Optional.empty(), Count.NONE))
        .isInstanceOf(StoreUnavailable.class);
    store.broken = false;
    assertThatThrownBy(
            () ->
                contracts.compare(
                    new CountRequest(
                        key(),
                        new BankId("ginsan"),
                        Optional.empty(),
                        Count.NONE,
                        new Actor.CoreBanking("core"))))
        .isInstanceOf(BankNotServed.class);
  }

  @Test
  void aCountIsAskedForABranchOfTheRightFormAndNothingIsThereLessThanNever() {
    assertThatThrownBy(() -> compare(Optional.of("12"), Count.NONE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> compare(Optional.of("\uff11\uff12\uff13"), Count.NONE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Count(0, -1, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}
