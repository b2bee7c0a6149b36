package org.ichido.spi.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every token store must do with answers. Extended beside each implementation. */
public abstract class InboxContract extends TokenStoreFixture {
  @Test
  void anAnswerIsRememberedByteForByte() {
    InboxRow row = answer("R1", "受付完了", NOW);
    store().transact(writing(new Change.Remember(row)));

    assertThat(remembered("R1")).contains(row);
    assertThat(remembered("R2")).isEmpty();
  }

  @Test
  void aKeyThatIsRememberedIsDecidedAgainAndNothingElseIsWritten() {
    InboxRow first = answer("R1", "first", NOW);
    store().transact(writing(new Change.Remember(first)));
    AtomicInteger decisions = new AtomicInteger();

    String outcome =
        store()
            .transact(
                unit(
                    Reads.NOTHING.withInbox(key("R1")),
                    rows ->
                        decisions.getAndIncrement() == 0
                            ? new Decided<>(
                                "second",
                                List.of(
                                    new Change.AddToken(token("T1", "alice")),
                                    new Change.Append(audited(ALICE, "R1")),
                                    new Change.Remember(answer("R1", "second", NOW))))
                            : new Decided<>(
                                text(rows.inbox().orElseThrow().reply()),
                                List.of(new Change.Append(audited(ALICE, "again"))))));

    assertThat(outcome).isEqualTo("first");
    assertThat(remembered("R1")).contains(first);
    assertThat(find(Optional.of("T1"), Optional.empty())).isEmpty();
    assertThat(store().audit(ALICE, 10)).containsExactly(audited(ALICE, "again"));
    assertThat(store().verifyAuditChain().intact()).isTrue();
    assertThat(store().verifyAuditChain().entries()).isEqualTo(1);
  }

  @Test
  void theOldestAnswersAreForgottenSomeAtATime() {
    for (int i = 0; i < 5; i++) {
      store().transact(writing(new Change.Remember(answer("R" + i, "x", NOW.plusSeconds(i)))));
    }

    store().transact(writing(new Change.Forget(NOW.plusSeconds(4), 3)));

    assertThat(IntStream.range(0, 5).filter(i -> remembered("R" + i).isPresent()))
        .containsExactly(3, 4);
    store().transact(writing(new Change.Forget(NOW.plusSeconds(4), 3)));
    assertThat(remembered("R3")).isEmpty();
    assertThat(remembered("R4")).isPresent();
  }

  private static String text(StoredReply reply) {
    return new String(reply.bytes(), StandardCharsets.UTF_8);
  }
}
