package org.ichido.spi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnerOnlyFileTest extends OwnerOnlyFileFixture {
  @Test
  void whatWasMadeIsReadBack() throws IOException {
    byte[] content = {0, -1, '\n', 7};
    assertThat(file.create(content)).isTrue();
    assertThat(new OwnerOnlyFile(path).read()).isEqualTo(content);
    assertThat(content).as("wiped by the caller alone").containsExactly(0, -1, '\n', 7);
  }

  @Test
  void itAndTheDirectoriesMadeForItAreForTheOwnerAlone() throws IOException {
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
    file.create(new byte[] {1});

    assertThat(permissions(path)).isEqualTo("rw-------");
    assertThat(permissions(path.getParent())).isEqualTo("rwx------");
    assertThat(permissions(path.getParent().getParent())).isEqualTo("rwx------");
    assertThat(permissions(home)).as("was there before").isEqualTo("rwxr-xr-x");
  }

  @Test
  void aFileThatIsThereIsNeverReplaced() throws IOException {
    assertThat(file.create(new byte[] {1})).isTrue();
    assertThat(file.create(new byte[] {2})).isFalse();
    assertThat(file.read()).containsExactly(1);
    assertThat(files()).as("no draft stays").containsExactly(path);
  }

  @Test
  void whatIsReplacedHasTheNewContentAndIsForTheOwnerAlone() throws IOException {
    file.create(new byte[] {1});
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("r--------"));
    byte[] former = {1};
    byte[] content = {2, 3};

    assertThat(file.replace(former, content)).isTrue();

    assertThat(file.read()).containsExactly(2, 3);
    assertThat(permissions(path)).isEqualTo("rw-------");
    assertThat(files()).as("no draft stays").containsExactly(path);
    assertThat(former).as("wiped by the caller alone").containsExactly(1);
    assertThat(content).containsExactly(2, 3);
  }

  @Test
  void whatSomebodyElseChangedIsNotReplaced() throws IOException {
    file.create(new byte[] {1, 1});
    for (byte[] other : List.of(new byte[] {1}, new byte[] {1, 2}, new byte[0])) {
      assertThat(file.replace(other, new byte[] {9})).isFalse();
    }
    assertThat(file.read()).containsExactly(1, 1);
    assertThat(files()).containsExactly(path);
  }

  /** The link would else become a file, on a disk that was not chosen for it. */
  @Test
  void behindASymbolicLinkTheFileIsReplacedAndTheLinkStays() throws IOException {
    Path real = home.resolve("other-disk/password");
    new OwnerOnlyFile(real).create(new byte[] {1});
    OwnerOnlyFile.makeDirectory(path.getParent());
    Files.createSymbolicLink(path, real);

    assertThat(file.replace(new byte[] {1}, new byte[] {2})).isTrue();

    assertThat(Files.isSymbolicLink(path)).isTrue();
    assertThat(real).hasBinaryContent(new byte[] {2});
    assertThat(files()).as("no draft stays").containsExactlyInAnyOrder(path, real);
  }

  @Test
  void whatIsMissingOrOpenToOthersIsNotReplaced() throws IOException {
    assertUnusable(
        () -> file.replace(new byte[] {1}, new byte[] {2}),
        "cannot replace " + path + ": check its owner and directory");
    assertThat(files()).isEmpty();

    put(SECRET);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> file.replace(SECRET.getBytes(UTF_8), new byte[] {2}))
        .isInstanceOf(UnusableFile.class)
        .hasMessageContaining("chmod 600");
    assertThat(files()).containsExactly(path);
    assertThat(path).hasContent(SECRET);
  }

  @Test
  void whoeverReadsWhileItIsReplacedFindsOneContentOrTheOtherWhole() throws Exception {
    byte[] one = "1".repeat(20_000).getBytes(UTF_8);
    byte[] other = "2".repeat(30_000).getBytes(UTF_8);
    file.create(one);
    ExecutorService writer = Executors.newSingleThreadExecutor();
    try {
      Future<Boolean> replaced =
          writer.submit(
              () -> {
                boolean all = true;
                for (int i = 0; i < 50; i++) {
                  all &= file.replace(one, other) && file.replace(other, one);
                }
                return all;
              });
      while (!replaced.isDone()) {
        assertThat(file.read()).isIn(one, other);
      }
      assertThat(replaced.get()).isTrue();
    } finally {
      writer.shutdownNow();
    }
  }

  @Test
  void ofSixteenThatMakeItAtOnceOneDoesAndAllReadThatOne() throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      List<Future<Boolean>> made = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        byte[] content = {(byte) i};
        Callable<Boolean> make =
            () -> {
              start.await();
              return new OwnerOnlyFile(path).create(content);
            };
        made.add(threads.submit(make));
      }
      start.countDown();
      List<Integer> makers = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        if (made.get(i).get()) {
          makers.add(i);
        }
      }
      assertThat(makers).hasSize(1);
      assertThat(file.read()).containsExactly(makers.get(0));
      assertThat(files()).containsExactly(path);
    } finally {
      threads.shutdownNow();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-", "rwx--x---", "rw------x"})
  void whatOthersMayTouchIsNotReadUntilItIsMended(String open) throws IOException {
    put(SECRET);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(open));
    String words =
        "%s is open to others than its owner (%s) and was not read. Run: chmod 600 %s"
            .formatted(path, open, path);
    for (ThrowingCallable reading : List.<ThrowingCallable>of(file::read, file::readPassword)) {
      assertThatThrownBy(reading)
          .isInstanceOfSatisfying(UnusableFile.class, e -> assertThat(e.words()).isEqualTo(words));
    }

    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
    assertThat(file.readPassword()).isEqualTo(SECRET);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-------", "r--------", "rwx------"})
  void whatIsTheOwnersAloneIsRead(String closed) throws IOException {
    put(SECRET);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(closed));
    assertThat(file.readPassword()).isEqualTo(SECRET);
  }

  @Test
  void aFileIsMissingUntilItIsMade() throws IOException {
    assertThat(file.missing()).isTrue();
    file.create(new byte[0]);
    assertThat(file.missing()).isFalse();
    assertThat(file.read()).isEmpty();
  }

  @Test
  void whatCannotBeLookedForIsNotCalledMissing() throws IOException {
    Files.createFile(home.resolve("etc"));
    assertUnusable(file::missing, "cannot look for " + path + ": check its directory");
    assertUnusable(
        () -> file.create(new byte[] {1}), "cannot make " + path + ": check its directory");
    assertUnusable(
        () -> OwnerOnlyFile.makeDirectory(path.getParent()),
        "cannot make the directory " + path.getParent() + ": check those above it and their owner");
  }

  @Test
  void aFileThatIsNotThereOrIsADirectoryIsToldInWords() throws IOException {
    String words = "cannot read " + path + ": check its owner and directory";
    assertUnusable(file::read, words);
    OwnerOnlyFile.makeDirectory(path);
    assertUnusable(file::read, words);
    assertThat(file.create(new byte[] {1})).isFalse();
    assertUnusable(
        () -> new OwnerOnlyFile(Path.of("/")).create(new byte[] {1}),
        "cannot make /: check its directory");
  }

  @Test
  void aFileAboveTheLimitIsNotRead() throws IOException {
    file.create(new byte[OwnerOnlyFile.LARGEST]);
    assertThat(file.read()).hasSize(1_048_576);

    Files.write(path, new byte[OwnerOnlyFile.LARGEST + 1]);
    assertUnusable(
        file::read, path + " is above 1 MiB and was not read: it is not what belongs there");
  }

  @Test
  void itsNameIsItsWholePath() {
    assertThat(new OwnerOnlyFile(Path.of("some/../here")))
        .hasToString(Path.of("here").toAbsolutePath().toString());
  }
}
