package org.ichido.spi.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.ichido.api.Actor;
import org.ichido.api.Holder;
import org.ichido.api.TokenId;
import org.ichido.api.contract.Role;
import org.junit.jupiter.api.Test;

/** What every token store must do with approvals. Extended beside each implementation. */
public abstract class ApprovalContract extends LifeFixture {
  private static ApprovalRow asked(String id, Instant until) {
    return new ApprovalRow(
        key(id),
        ALICE,
        ApprovalRow.Act.RELEASE_DOWNLOADS,
        new Actor.Operator(
            "op1", Optional.of("001"), Optional.empty(), Optional.of("紛失"), Optional.of("P-77")),
        NOW,
        until,
        Optional.empty(),
        0);
  }

  @Test
  void anApprovalComesBackWholeAndIsSettled() {
    ApprovalRow row = asked("R1", NOW.plus(Duration.ofHours(1)));
    write(new Change.PutApproval(row, true));
    assertThat(approval("R1")).contains(row);
    assertThat(approval("R2")).isEmpty();

    write(new Change.PutApproval(row.settledAt(NOW.plusSeconds(9)), false));
    ApprovalRow settled = approval("R1").orElseThrow();
    assertThat(settled.settled()).contains(NOW.plusSeconds(9));
    assertThat(settled.version()).isEqualTo(1);
    assertThat(settled.operator()).isEqualTo(row.operator());
  }

  /** Who approves names the request alone: the act needs whom it is about. */
  @Test
  void withWhatWaitsComesWhomItIsAboutUnlessSomebodyElseIsAskedFor() {
    Holder bob = holder("bob");
    write(
        new Change.PutContract(contract(C1), true),
        new Change.PutUser(user(ALICE, Role.MASTER), true),
        new Change.PutUser(user(bob, Role.GENERAL), true),
        new Change.AddToken(token("t-alice", "alice")),
        new Change.AddToken(token("t-bob", "bob")),
        new Change.PutApproval(asked("R1", NOW.plusSeconds(60)), true));

    Rows rows = load(Reads.NOTHING.withApproval(key("R1")));
    assertThat(rows.tokens()).extracting(TokenRow::id).containsExactly(new TokenId("t-alice"));
    assertThat(rows.user().map(UserRow::holder)).contains(ALICE);
    assertThat(rows.contract().map(ContractRow::key)).contains(C1);

    Rows others = load(Reads.everythingOf(bob).withApproval(key("R1")));
    assertThat(others.tokens()).extracting(TokenRow::id).containsExactly(new TokenId("t-bob"));
    assertThat(others.user().map(UserRow::holder)).contains(bob);

    Rows nothing = load(Reads.NOTHING.withApproval(key("R2")));
    assertThat(nothing.tokens()).isEmpty();
    assertThat(nothing.user()).isEmpty();
  }

  /** Two approve at once: one of them does it, the other finds it settled. */
  @Test
  void ofManyWhoApproveAtOnceOneDoes() throws Exception {
    write(new Change.PutApproval(asked("R1", NOW.plusSeconds(60)), true));

    List<Boolean> did =
        atOnce(
            16,
            i ->
                store()
                    .transact(
                        unit(
                            Reads.NOTHING.withApproval(key("R1")),
                            rows -> {
                              ApprovalRow row = rows.approval().orElseThrow();
                              return row.settled().isPresent()
                                  ? new Decided<>(false, List.of())
                                  : new Decided<>(
                                      true,
                                      List.of(new Change.PutApproval(row.settledAt(NOW), false)));
                            })));

    assertThat(did).containsOnlyOnce(true);
    assertThat(approval("R1").orElseThrow().version()).isEqualTo(1);
  }

  @Test
  void whatIsAskedForTwiceIsDecidedAgain() {
    write(new Change.PutApproval(asked("R1", NOW.plusSeconds(60)), true));

    AtomicInteger decisions = new AtomicInteger();

    String outcome =
        store()
            .transact(
                unit(
                    Reads.NOTHING,
                    rows ->
                        decisions.getAndIncrement() == 0
                            ? new Decided<>(
                                "asked", List.of(new Change.PutApproval(asked("R1", NOW), true)))
                            : new Decided<>("waits already", List.of())));

    assertThat(outcome).isEqualTo("waits already");
    assertThat(approval("R1").orElseThrow().until()).isEqualTo(NOW.plusSeconds(60));
  }

  @Test
  void thoseThatCouldBeGivenOnlyBeforeAreForgottenSomeAtATime() {
    for (int i = 0; i < 5; i++) {
      write(new Change.PutApproval(asked("R" + i, NOW.plusSeconds(i)), true));
    }
    write(new Change.PutApproval(approval("R1").orElseThrow().settledAt(NOW), false));

    write(new Change.Forget(NOW.plusSeconds(4), 3));
    assertThat(left()).containsExactly(3, 4);
    write(new Change.Forget(NOW.plusSeconds(4), 3));
    assertThat(left()).containsExactly(4);
  }

  private List<Integer> left() {
    return IntStream.range(0, 5).filter(i -> approval("R" + i).isPresent()).boxed().toList();
  }

  private Optional<ApprovalRow> approval(String id) {
    return load(Reads.NOTHING.withApproval(key(id))).approval();
  }
}
