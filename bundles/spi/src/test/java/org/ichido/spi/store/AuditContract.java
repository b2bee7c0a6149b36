package org.ichido.spi.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.Cause;
import org.ichido.api.TokenId;
import org.ichido.api.UserId;
import org.junit.jupiter.api.Test;

/** What every token store must do with the audit. Extended beside each implementation. */
public abstract class AuditContract extends TokenStoreFixture {
  @Test
  void auditEntriesComeBackWholeAndNewestFirst() {
    AuditEntry plain = audited(ALICE, "R1");
    AuditEntry full =
        audited(ALICE, "R2")
            .withToken(new TokenId("T1"))
            .withActor(
                new Actor.Operator(
                    "op1",
                    Optional.of("001"),
                    Optional.of("op2"),
                    Optional.of("紛失"),
                    Optional.of("P-77")))
            .withCause(Cause.INVALID)
            .withFactor(58_000_000L)
            .withDetail("失効 – one line");
    AuditEntry shell = audited(ALICE, "R3").withActor(new Actor.Administrator("root"));
    AuditEntry bank =
        new AuditEntry(
            NOW,
            AuditEvent.REQUEST_EXPIRED,
            BANK,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "");
    store().transact(writing(new Change.Append(plain), new Change.Append(full)));
    store().transact(writing(new Change.Append(audited(holder("bob"), "R9"))));
    store().transact(writing(new Change.Append(shell), new Change.Append(bank)));

    assertThat(store().audit(ALICE, 10)).containsExactly(shell, full, plain);
    assertThat(store().audit(ALICE, 2)).containsExactly(shell, full);
    List<AuditEntry> newest =
        store()
            .transact(
                unit(
                    Reads.tokensOf(ALICE).withAudit(1),
                    rows -> new Decided<>(rows.audit(), List.of())));
    assertThat(newest).containsExactly(shell);
    assertThat(store().verifyAuditChain().intact()).isTrue();
    assertThat(store().verifyAuditChain().entries()).isEqualTo(5);
  }

  /** S0-23, S4-7: customers, core banking and time act too. */
  @Test
  void everyKindOfActorComesBackAndStaysInTheChain() {
    List<Actor> actors =
        List.of(
            new Actor.User(new UserId("u".repeat(UserId.LONGEST))),
            new Actor.CoreBanking("CORE1"),
            new Actor.Time(),
            new Actor.Administrator("time"),
            new Actor.Operator(
                "CORE1", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    for (Actor actor : actors) {
      store().transact(writing(new Change.Append(audited(ALICE, "R1").withActor(actor))));
    }

    assertThat(store().audit(ALICE, 10))
        .extracting(entry -> entry.actor().orElseThrow())
        .containsExactly(actors.get(4), actors.get(3), actors.get(2), actors.get(1), actors.get(0));
    assertThat(store().verifyAuditChain().fault()).isEmpty();
  }

  /** None of the new events is too long for its column. */
  @Test
  void everyEventComesBack() {
    for (AuditEvent event : AuditEvent.values()) {
      store().transact(writing(new Change.Append(AuditEntry.of(NOW, event, ALICE, key("R1")))));
    }

    assertThat(store().audit(ALICE, 1_000))
        .extracting(AuditEntry::event)
        .containsExactlyInAnyOrder(AuditEvent.values());
    assertThat(store().verifyAuditChain().fault()).isEmpty();
  }

  @Test
  void theHeadOfTheAuditChangesWithEveryEntryAndOnlyThen() {
    assertThat(store().verifyAuditChain().head()).isEmpty();
    store().transact(writing(new Change.Append(audited(ALICE, "R1"))));
    String first = store().verifyAuditChain().head();
    store().transact(writing(new Change.Append(audited(ALICE, "R1"))));

    assertThat(store().verifyAuditChain().head()).isNotEqualTo(first);
    assertThat(store().verifyAuditChain().head()).isEqualTo(store().verifyAuditChain().head());
  }
}
