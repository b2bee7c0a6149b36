package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.AuditEvent;
import org.ichido.api.Holder;
import org.ichido.api.UserId;
import org.ichido.api.act.Outcome;
import org.ichido.api.act.Reason;
import org.ichido.api.contract.Role;
import org.ichido.evidence.Requirement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The branch lets a customer have seeds delivered again. */
@Requirement("S2-21")
class ReleaseThroughTheHouseTest extends Customers {
  private static final Actor.Operator BOTH = operator("OP1", Optional.of("OP2"));

  private Holder customer;

  @BeforeEach
  void shitenHasACustomerAtTheLimit() {
    bank("shiten");
    customer = customer("customer", Role.MASTER);
    for (int i = 0; i < 5; i++) {
      put(store.user(customer).orElseThrow().downloaded());
    }
  }

  @Test
  void afterAWrittenRequestTheCountBeginsAgain() {
    assertThat(release(customer, BOTH)).isEqualTo(Outcome.Done.at(START));
    assertThat(store.user(customer).orElseThrow().downloads()).isZero();
    assertThat(newest(customer).event()).isEqualTo(AuditEvent.DOWNLOADS_RELEASED);
    assertThat(newest(customer).detail()).isEqualTo("5 deliveries forgotten");
    assertThat(newest(customer).actor()).contains(BOTH);
  }

  @Test
  void withoutTheRequestsNumberNothingIsReleased() {
    Actor.Operator noPaper =
        new Actor.Operator(
            "OP1", Optional.empty(), Optional.of("OP2"), Optional.of("LIMIT"), Optional.empty());
    assertThat(release(customer, noPaper)).isEqualTo(refused(Reason.GROUNDS_MISSING));
    assertThat(release(customer, OP1)).isEqualTo(refused(Reason.APPROVER_MISSING));
    assertThat(store.user(customer).orElseThrow().downloads()).isEqualTo(5);
  }

  @Test
  void thereIsNothingToReleaseForWhoIsUnknownOrRemoved() {
    Holder unknown = new Holder(bank, CONTRACT, new UserId("nobody"));
    assertThat(release(unknown, BOTH)).isEqualTo(refused(Reason.NOT_FOUND));
    put(store.user(customer).orElseThrow().removedAt(START));
    assertThat(release(customer, BOTH)).isEqualTo(refused(Reason.NOT_FOUND));
  }

  @Test
  void aReleaseUnlocksNothing() {
    lock(customer);
    release(customer, BOTH);
    assertThat(token(customer).lock()).isPresent();
  }
}
