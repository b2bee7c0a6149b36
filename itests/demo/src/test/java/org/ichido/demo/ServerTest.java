package org.ichido.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerTest {
  @TempDir Path directory;

  @Test
  void anUnpackedServerCanBeStartedAndAsked() throws Exception {
    Server server = Server.unpack(archive("8101"), directory.resolve("server"));

    assertThat(server.script()).isExecutable();
    assertThat(server.setting("shell.cfg", "sshPort")).isEqualTo("8101");
    assertThatThrownBy(() -> server.setting("shell.cfg", "sshPorrt"))
        .hasMessageContaining("sshPorrt is missing");
  }

  @Test
  void aNewerArchiveReplacesEverythingButTheState() throws Exception {
    Path target = directory.resolve("server");
    Server.unpack(archive("8101"), target);
    Files.createDirectories(target.resolve("data/ichido"));
    Files.writeString(target.resolve("data/ichido/tokens"), "kept");
    Files.writeString(target.resolve("data/cache"), "gone");

    Server newer = Server.unpack(archive("8102"), target);

    assertThat(newer.setting("shell.cfg", "sshPort")).isEqualTo("8102");
    assertThat(target.resolve("data/ichido/tokens")).hasContent("kept");
    assertThat(target.resolve("data/cache")).doesNotExist();
  }

  @Test
  void theSameArchiveIsNotUnpackedTwice() throws Exception {
    Path archive = archive("8101");
    Path target = directory.resolve("server");
    Server.unpack(archive, target);
    Files.writeString(target.resolve("etc/shell.cfg"), "sshPort = 9\n");

    assertThat(Server.unpack(archive, target).setting("shell.cfg", "sshPort")).isEqualTo("9");
  }

  @Test
  void aTakenPortIsNamedWithTheKeyThatChangesIt() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(
              () ->
                  new RunServer.Listening("SSH", taken.getLocalPort(), "shell.cfg", "sshPort")
                      .refuseIfTaken())
          .isInstanceOf(IOException.class)
          .hasMessageEndingWith("change sshPort in etc/shell.cfg.");
    }
  }

  private Path archive(String port) throws Exception {
    Path root = Files.createDirectories(directory.resolve("made").resolve("ichido-1"));
    Path script =
        Files.writeString(Files.createDirectories(root.resolve("bin")).resolve("karaf"), "");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    Files.writeString(
        Files.createDirectories(root.resolve("etc")).resolve("shell.cfg"), "sshPort = " + port);
    Path archive = directory.resolve("ichido.tar.gz");
    int exit =
        new ProcessBuilder(
                "tar", "-czf", archive.toString(), "-C", root.getParent().toString(), "ichido-1")
            .inheritIO()
            .start()
            .waitFor();
    assertThat(exit).isZero();
    // Each archive has its own time, however fast they are made.
    Files.setLastModifiedTime(
        archive, FileTime.from(Instant.EPOCH.plusSeconds(Long.parseLong(port))));
    return archive;
  }
}
