package org.ichido.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.support.CommandException;
import org.ichido.api.Actor;
import org.junit.jupiter.api.Test;

class StoreRestoredTest {
  private final Terminalless session = new Terminalless();
  private final List<Actor> said = new ArrayList<>();
  private final StoreRestored command = new StoreRestored();

  StoreRestoredTest() {
    command.store =
        actor -> {
          said.add(actor);
          return Instant.parse("2026-11-22T01:02:03Z");
        };
  }

  @Test
  void theAdministratorIsNamedAndToldWhatIsRefusedAndWhatIsLost() throws Exception {
    command.yes = true;
    assertThat(session.run(command, "vera"))
        .isEqualTo(
            """
            Let in. The memory is whole since 2026-11-22 10:02:03 JST.
            Codes of steps up to then are refused as used, records sent before as too old.
            Locks, unlocks, drains and registrations since the backup are lost: do them again.
            """);
    assertThat(said).containsExactly(new Actor.Administrator("vera"));
  }

  @Test
  void withoutASecondWordNothingIsDone() {
    assertThatThrownBy(() -> session.run(command, "vera"))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("--yes");
    assertThat(said).isEmpty();
  }
}
