package org.ichido.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommitWitnessTest {
  private static final Logger ENGINE = Logger.getLogger("witnessed.engine.X");
  private CommitWitness witness;

  @BeforeEach
  void listen() {
    ENGINE.setUseParentHandlers(false);
    witness = new CommitWitness("witnessed.engine");
    witness.listenTo("witnessed.engine.X");
    witness.opened();
  }

  @AfterEach
  void close() {
    witness.close();
    ENGINE.setFilter(null);
    ENGINE.setLevel(null);
  }

  @Test
  void withoutAWarningNothingIsInDoubt() {
    ENGINE.info("Checkpoint end");

    assertThatCode(witness::look).doesNotThrowAnyException();
    assertThat(witness.heard()).isEqualTo(1);
  }

  @Test
  void aWarningPoisonsForEver() {
    ENGINE.log(Level.WARNING, "data commit logging failed", new IllegalStateException("full"));

    assertInDoubt("data commit logging failed (full)");
    ENGINE.info("all is well");
    assertInDoubt("data commit logging failed (full)");
  }

  @Test
  void warningsWhileOpeningAreKeptAndDoNotPoison() {
    try (CommitWitness opening = new CommitWitness("witnessed.opening")) {
      Logger.getLogger("witnessed.opening").severe("torn log");
      opening.opened();
      assertThatCode(opening::look).doesNotThrowAnyException();
      assertThat(opening.warnedWhileOpening()).containsExactly("torn log");
    }
  }

  @Test
  void aLevelThatHidesWarningsIsNoticed() {
    ENGINE.setLevel(Level.OFF);
    assertInDoubt("its logger witnessed.engine.X was silenced");
    ENGINE.setLevel(Level.INFO);
    assertInDoubt("its logger witnessed.engine.X was silenced");
  }

  @Test
  void aLevelAboveDoesNotMatter() {
    Logger above = Logger.getLogger("witnessed");
    above.setLevel(Level.OFF);
    assertThatCode(witness::look).doesNotThrowAnyException();
    ENGINE.warning("ScriptWriter synch error: ");
    assertInDoubt("ScriptWriter synch error: ");
    above.setLevel(null);
  }

  @Test
  void aHandlerTakenAwayIsNoticed() {
    for (var handler : ENGINE.getHandlers()) {
      ENGINE.removeHandler(handler);
    }
    assertInDoubt("was silenced");
  }

  @Test
  void aFilterIsNoticed() {
    ENGINE.setFilter(event -> false);
    assertInDoubt("was silenced");
  }

  private void assertInDoubt(String words) {
    assertThatThrownBy(witness::look).isInstanceOf(CommitInDoubt.class).hasMessageContaining(words);
  }
}
