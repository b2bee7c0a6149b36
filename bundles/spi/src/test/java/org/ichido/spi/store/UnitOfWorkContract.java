package org.ichido.spi.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every token store must do with units of work, alone and at once. Extended beside each
 * implementation.
 */
public abstract class UnitOfWorkContract extends TokenStoreFixture {
  @Test
  void aUnitOfWorkThatThrowsLeavesNothingAndItsCallerHearsIt() {
    IllegalStateException thrown = new IllegalStateException("cannot decide");

    assertThatThrownBy(
            () ->
                store()
                    .transact(
                        unit(
                            Reads.NOTHING,
                            rows -> {
                              throw thrown;
                            })))
        .isSameAs(thrown);
    store().transact(writing(new Change.Append(audited(ALICE, "R1"))));
    assertThat(store().verifyAuditChain().entries()).isEqualTo(1);
  }

  /** The sentence of the house: a code is accepted at most once, under concurrency. */
  @Test
  void ofSixtyFourThreadsWithOneFactorExactlyOneWins() throws Exception {
    store().transact(writing(new Change.AddToken(token("T1", "alice"))));

    for (long round = 1; round <= 20; round++) {
      long factor = round;
      List<Boolean> accepted =
          atOnce(
              64,
              i ->
                  store()
                      .transact(
                          unit(
                              Reads.tokensOf(ALICE),
                              rows -> {
                                TokenRow row = rows.tokens().get(0);
                                boolean fresh = factor > row.lastFactor();
                                TokenRow next =
                                    fresh ? row.accepted(factor) : row.failed(Optional.empty());
                                return new Decided<>(fresh, List.of(new Change.UpdateToken(next)));
                              })));
      assertThat(accepted).containsOnlyOnce(true);
      assertThat(onlyToken(ALICE).failures()).isEqualTo(63);
    }
    assertThat(onlyToken(ALICE).version()).isEqualTo(20 * 64);
  }

  @Test
  void oneThatThrowsDoesNotHarmTheOthers() throws Exception {
    List<String> outcomes =
        atOnce(
            32,
            i -> {
              try {
                return store()
                    .transact(
                        unit(
                            Reads.NOTHING,
                            rows -> {
                              if (i % 4 == 0) {
                                throw new IllegalStateException("bad");
                              }
                              return new Decided<>(
                                  "good", List.of(new Change.Remember(answer("R" + i, "x", NOW))));
                            }));
              } catch (IllegalStateException e) {
                return e.getMessage();
              }
            });

    assertThat(outcomes).filteredOn("bad"::equals).hasSize(8);
    assertThat(IntStream.range(0, 32).filter(i -> remembered("R" + i).isPresent()).count())
        .isEqualTo(24);
  }
}
