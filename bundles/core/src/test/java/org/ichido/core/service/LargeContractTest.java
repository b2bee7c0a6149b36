package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.ichido.api.AuditEvent;
import org.ichido.api.StoreUnavailable;
import org.ichido.api.TokenKind;
import org.ichido.api.TokenState;
import org.ichido.api.contract.Method;
import org.ichido.core.contract.DueMethodWork;
import org.ichido.spi.store.TokenRow;
import org.junit.jupiter.api.Test;

/** Contracts with as many users as no company has. */
class LargeContractTest extends ContractHouse {
  private static final int USERS = 10_000;

  private List<TokenRow> company(int users) {
    opened(Method.SOFT);
    List<TokenRow> tokens = new ArrayList<>();
    for (int i = 0; i < users; i++) {
      tokens.add(plant("u" + i, TokenKind.SOFT, TokenState.ACTIVE));
    }
    return tokens;
  }

  @Test
  void closingIsOneUnitOfWorkOrNothing() {
    List<TokenRow> tokens = company(USERS);
    store.breakAfter(0);
    assertThatThrownBy(() -> perform(close(TODAY))).isInstanceOf(StoreUnavailable.class);
    store.broken = false;
    assertThat(tokens).extracting(this::state).containsOnly(TokenState.ACTIVE);

    done(close(TODAY));

    assertThat(tokens).extracting(this::state).containsOnly(TokenState.REVOKED);
    assertThat(store.audited(AuditEvent.REVOKED)).hasSize(USERS);
    assertThat(told()).hasSize(USERS).doesNotHaveDuplicates();
  }

  @Test
  void aDueChangeOfMethodLeavesNothingForItsLastUnitOfWork() {
    List<TokenRow> tokens = company(1_000);
    done(change(Method.HARD, TODAY.plusDays(1)));
    clock.set(japan("2026-11-22T00:00:00"));

    dueActs.run();

    assertThat(tokens).extracting(this::state).containsOnly(TokenState.REVOKED);
    assertThat(store.largestUnit()).as("changes of one unit of work").isLessThan(10);
    assertThat(store.transact(new DueMethodWork(CONTRACT, clock)))
        .as("and nothing twice")
        .isEmpty();
  }
}
