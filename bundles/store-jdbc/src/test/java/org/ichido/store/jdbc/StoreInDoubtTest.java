package org.ichido.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.ichido.api.Health;
import org.ichido.api.StoreUnavailable;
import org.junit.jupiter.api.Test;

/** What an open store does when its disk or its engine gives rise to doubt. */
class StoreInDoubtTest extends OpenStoreFixture {
  /** The witness hears although an administrator silenced all of java.util.logging. */
  @Test
  void aRootLevelOfOffDoesNotMakeTheWitnessDeaf() {
    Logger root = Logger.getLogger("");
    Level before = root.getLevel();
    store.close();
    try {
      root.setLevel(Level.OFF);
      store = at.open();
      assertThat(store.health().get(0).level()).isEqualTo(Health.Level.OK);
    } finally {
      root.setLevel(before);
    }
  }

  @Test
  void belowTheFloorOfFreeSpaceNothingNewIsBegun() {
    store.close();
    at = new StoreAt(directory, Long.MAX_VALUE / 4);
    store = at.open();

    assertThatThrownBy(() -> remember("R1"))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("less than free.space.floor")
        .hasMessageContaining("goes on by itself");
    assertThat(store.health().get(0).level()).isEqualTo(Health.Level.DOWN);
    assertThat(store.verifyAuditChain().entries()).isEqualTo(3);
  }

  /** C8: memory has it and the disk may not; nobody is told, and the disk decides. */
  @Test
  void aWarningOfTheEngineHoldsTheAnswerBackAndTheNextCallOpensFromTheDisk() throws Exception {
    Logger engine = Logger.getLogger("hsqldb.db." + at.databaseName() + ".ENGINE");

    assertThatThrownBy(() -> rememberWhile("R1", () -> engine.warning("no space left")))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("the disk may lack what was committed: no space left");
    assertThat(store.health().get(0).level()).isEqualTo(Health.Level.DOWN);

    long tried = at.driver.opened.get();
    until(() -> store.health().get(0).level() == Health.Level.OK, store);
    assertThat(at.driver.opened.get() - tried).isEqualTo(1);
    assertThat(remembers("R1")).isFalse();
    assertThat(store.verifyAuditChain().entries()).isEqualTo(3);
  }

  @Test
  void aSilencedEngineIsNoticedBeforeTheNextAnswer() throws Exception {
    Logger engine = Logger.getLogger("hsqldb.db." + at.databaseName() + ".ENGINE");

    assertThatThrownBy(() -> rememberWhile("R1", () -> engine.setLevel(Level.OFF)))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("was silenced");

    until(() -> store.health().get(0).level() == Health.Level.OK, store);
    assertThat(store.health().get(0).level()).isEqualTo(Health.Level.OK);
  }
}
