package org.ichido.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerSettingsTest {
  @TempDir Path directory;

  @Test
  void usersComeInOneValueOrInSeveral() throws Exception {
    assertThat(users("CICSA001, CICSB002 ,")).containsExactly("ichido", "CICSA001", "CICSB002");
    assertThat(users("CICSA001", "ichido")).containsExactly("ichido", "CICSA001");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../etc/passwd", "a/b", ".hidden", "two words", "利用者", "x~"})
  void aUserThatIsNoFileNameIsRefused(String user) {
    assertThatThrownBy(() -> users(user))
        .isInstanceOf(CannotRun.class)
        .hasMessageStartingWith("users:");
  }

  @Test
  void queuesComeInOneValueOrInSeveralAndNoneIsAll() throws Exception {
    assertThat(settings(Map.of("queues", new String[] {"A.B, C/D", "E"})).queues())
        .containsExactlyInAnyOrder("A.B", "C/D", "E");
    assertThat(settings(Map.of()).queues()).isEmpty();
    assertThatThrownBy(() -> settings(Map.of("queues", new String[] {"TWO WORDS"})))
        .isInstanceOf(CannotRun.class)
        .hasMessageStartingWith("queues:");
  }

  @Test
  void usersThatDifferByCaseAloneAreRefused() {
    assertThatThrownBy(() -> users("cicsa001", "CICSA001"))
        .isInstanceOf(CannotRun.class)
        .hasMessageContaining("case");
  }

  @ParameterizedTest
  @CsvSource({
    "port,-2",
    "port,65536",
    "storeMegabytes,15",
    "memoryMegabytes,0",
    "maximumDepth,0",
    "maximumConnections,0",
    "maximumMessageBytes,16383"
  })
  void aValueOutOfRangeIsRefusedByItsKey(String key, int value) {
    assertThatThrownBy(() -> settings(Map.of(key, value)))
        .isInstanceOf(CannotRun.class)
        .hasMessageStartingWith(key + ": " + value);
  }

  @Test
  void withoutADirectoryAndOutsideAContainerTheOperatorIsAsked() {
    assertThatThrownBy(() -> settings(Map.of("directory", " ")))
        .isInstanceOf(CannotRun.class)
        .hasMessageContaining("etc/org.ichido.broker.cfg");
  }

  private List<String> users(String... users) throws CannotRun {
    return settings(Map.of("users", users)).users();
  }

  private BrokerSettings settings(Map<String, Object> keys) throws CannotRun {
    return BrokerSettings.of(Installation.configuration(directory, keys));
  }
}
