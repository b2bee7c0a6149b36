package org.ichido.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is on the disk when, and what a disk that fails or lacks something leaves. */
class OwnerOnlyFileOnTheDiskTest extends OwnerOnlyFileFixture {
  /** A power loss at any moment leaves no file, or a whole one whose name is on the disk. */
  @Test
  void theContentIsOnTheDiskBeforeTheNameAndTheNameBeforeTheAnswer() throws IOException {
    path = home.resolve("secret/password");
    RecordedFiles disk = new RecordedFiles();

    assertThat(new OwnerOnlyFile(disk.path(path)).create(new byte[] {1})).isTrue();

    String draft = home + "/secret/.password#.new";
    assertThat(disk.record)
        .containsExactly(
            "create " + home + "/secret rwx------",
            "force " + home,
            "create " + draft + " rw-------",
            "write " + draft,
            "force " + draft,
            "link " + draft,
            "delete " + draft,
            "force " + home + "/secret");
    assertThat(path).hasBinaryContent(new byte[] {1});
  }

  @Test
  void theNameIsBroughtToTheDiskBeforeTheContentIsGivenOut() throws IOException {
    file.create(new byte[] {1});
    RecordedFiles disk = new RecordedFiles();
    new OwnerOnlyFile(disk.path(path)).read();
    assertThat(disk.record)
        .containsExactly("permissions " + path, "force " + path.getParent(), "open " + path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"write", "force", "link"})
  void aDiskThatFailsBeforeTheEndLeavesNothing(String operation) {
    RecordedFiles disk = new RecordedFiles();
    disk.failing = operation + " " + path.getParent() + "/.password#.new";

    assertThatThrownBy(() -> new OwnerOnlyFile(disk.path(path)).create(new byte[] {1}))
        .isInstanceOf(UnusableFile.class)
        .hasMessage("cannot make " + path + ": check its directory")
        .cause()
        .hasMessage("no space left");
    assertThat(files()).isEmpty();
  }

  /** A power loss at any moment leaves the former content, or the new one. */
  @Test
  void theNewContentIsOnTheDiskBeforeItTakesThePlaceOfTheFormer() throws IOException {
    file.create(new byte[] {1});
    RecordedFiles disk = new RecordedFiles();

    assertThat(new OwnerOnlyFile(disk.path(path)).replace(new byte[] {1}, new byte[] {2})).isTrue();

    String directory = path.getParent().toString();
    String draft = directory + "/.password#.new";
    assertThat(disk.record)
        .containsExactly(
            "create " + draft + " rw-------",
            "write " + draft,
            "force " + draft,
            "permissions " + path,
            "force " + directory,
            "open " + path,
            "move " + draft + " to " + path,
            "delete " + draft,
            "force " + directory);
    assertThat(path).hasBinaryContent(new byte[] {2});
  }

  @ParameterizedTest
  @ValueSource(strings = {"create", "write", "force", "move"})
  void aDiskThatFailsBeforeTheReplacingLeavesTheFormerContent(String operation) throws IOException {
    file.create(new byte[] {1});
    RecordedFiles disk = new RecordedFiles();
    String draft = path.getParent() + "/.password#.new";
    disk.failing =
        switch (operation) {
          case "create" -> "create " + draft + " rw-------";
          case "move" -> "move " + draft + " to " + path;
          default -> operation + " " + draft;
        };

    assertThatThrownBy(
            () -> new OwnerOnlyFile(disk.path(path)).replace(new byte[] {1}, new byte[] {2}))
        .isInstanceOf(UnusableFile.class)
        .hasMessage("cannot replace " + path + ": check its owner and directory")
        .cause()
        .hasMessage("no space left");
    assertThat(path).hasBinaryContent(new byte[] {1});
    assertThat(files()).containsExactly(path);
  }

  @Test
  void aReplacingThatMayNotBeOnTheDiskIsNoSuccess() throws IOException {
    file.create(new byte[] {1});
    RecordedFiles disk = new RecordedFiles();
    disk.failing = "delete " + path.getParent() + "/.password#.new";

    assertThatThrownBy(
            () -> new OwnerOnlyFile(disk.path(path)).replace(new byte[] {1}, new byte[] {2}))
        .isInstanceOf(UnusableFile.class);
    assertThat(file.read()).as("it is there, and whole").containsExactly(2);
  }

  @Test
  void aNameThatMayNotBeOnTheDiskIsNoSuccess() throws IOException {
    OwnerOnlyFile.makeDirectory(path.getParent());
    RecordedFiles disk = new RecordedFiles();
    disk.failing = "force " + path.getParent();

    assertThatThrownBy(() -> new OwnerOnlyFile(disk.path(path)).create(new byte[] {1}))
        .isInstanceOf(UnusableFile.class);
    assertThatThrownBy(() -> new OwnerOnlyFile(disk.path(path)).read())
        .isInstanceOf(UnusableFile.class)
        .hasMessage("cannot read " + path + ": check its owner and directory");

    assertThat(file.read()).as("it is there, and whole").containsExactly(1);
  }

  @Test
  void aDraftOfAKilledStartIsNeitherReadNorInTheWay() throws IOException {
    OwnerOnlyFile.makeDirectory(path.getParent());
    Files.writeString(path.resolveSibling(".password1.new"), "half");
    assertThat(file.missing()).isTrue();
    assertThat(file.create(new byte[] {1})).isTrue();
    assertThat(file.read()).containsExactly(1);
  }

  @Test
  void withoutPosixPermissionsOrHardLinksNothingIsReadOrMade() throws IOException {
    String words = " must lie on a file system with POSIX permissions and hard links";
    RecordedFiles disk = new RecordedFiles();
    OwnerOnlyFile bare = new OwnerOnlyFile(disk.path(path));

    disk.lacking = "create";
    assertUnusable(
        () -> OwnerOnlyFile.makeDirectory(disk.path(path.getParent())), path.getParent() + words);
    assertUnusable(() -> bare.create(new byte[] {1}), path + words);
    disk.lacking = "link";
    assertUnusable(() -> bare.create(new byte[] {1}), path + words);
    assertThat(bare.missing()).isTrue();
    assertThat(files()).isEmpty();

    put(SECRET);
    disk.lacking = "permissions";
    assertUnusable(bare::read, path + words);
  }
}
