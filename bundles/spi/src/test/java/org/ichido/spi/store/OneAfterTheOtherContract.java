package org.ichido.spi.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * That a token store does not decide side by side for one token. Apart from the other contracts: a
 * fake that lets decisions race keeps all of those. Extended beside each implementation.
 */
public abstract class OneAfterTheOtherContract extends TokenStoreFixture {
  @Test
  void unitsOfWorkOnOneTokenRunOneAfterTheOther() throws Exception {
    store().transact(writing(new Change.AddToken(token("T1", "alice"))));
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();

    atOnce(
        32,
        i ->
            store()
                .transact(
                    unit(
                        Reads.tokensOf(ALICE),
                        rows -> {
                          most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                          for (int spin = 0; spin < 10_000; spin++) {
                            Thread.onSpinWait(); // gives the others time to break in
                          }
                          inside.decrementAndGet();
                          return new Decided<>(
                              i,
                              List.of(
                                  new Change.UpdateToken(
                                      rows.tokens().get(0).failed(Optional.empty()))));
                        })));

    assertThat(most).hasValue(1);
    assertThat(onlyToken(ALICE).failures()).isEqualTo(32);
  }
}
