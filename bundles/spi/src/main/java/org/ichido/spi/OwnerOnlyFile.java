package org.ichido.spi;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * A small file with a secret, for the eyes of its owner alone (T22). It is made whole or not at
 * all, replaced by {@link #replace} alone, and not read while group or others have any right on it.
 *
 * <p>It must lie on a file system with POSIX permissions and hard links. A process killed while it
 * makes or replaces the file may leave a draft beside it, {@code .<name><digits>.new}: it is as
 * closed as the file, is never read, and may be deleted while no process starts.
 *
 * <p>Immutable and thread-safe. Several threads and processes may make and read one file at the
 * same time. Logs nothing, keeps no content, and names no content in a message.
 */
public final class OwnerOnlyFile {
  /** The most that is read, in bytes. */
  public static final int LARGEST = 1 << 20;

  private static final int PASSWORD_BYTES = 24;
  private static final FileAttribute<Set<PosixFilePermission>> FILE = permissions("rw-------");
  private static final FileAttribute<Set<PosixFilePermission>> DIRECTORY = permissions("rwx------");
  private static final Set<PosixFilePermission> OWNERS = DIRECTORY.value();

  private final Path path;

  /**
   * Touches no disk.
   *
   * @param path where it is or shall be; what is relative is so to the process's directory
   */
  public OwnerOnlyFile(Path path) {
    this.path = path.toAbsolutePath().normalize();
  }

  /**
   * Makes a directory and those above it, each {@code rwx------}, as far as they are not there.
   * What is there is left as it is. They are on the disk when this returns.
   *
   * @throws UnusableFile if that cannot be
   */
  public static void makeDirectory(Path directory) throws UnusableFile {
    Path absolute = directory.toAbsolutePath().normalize();
    try {
      make(absolute);
    } catch (UnsupportedOperationException e) {
      throw withoutPermissions(absolute, e);
    } catch (IOException e) {
      throw new UnusableFile(
          "cannot make the directory " + absolute + ": check those above it and their owner", e);
    }
  }

  /**
   * @return whether there certainly is no such file
   * @throws UnusableFile if that cannot be said; whoever made a file then might hide one
   */
  public boolean missing() throws UnusableFile {
    try {
      Files.readAttributes(path, BasicFileAttributes.class);
      return false;
    } catch (NoSuchFileException e) {
      return true;
    } catch (IOException e) {
      throw new UnusableFile("cannot look for " + path + ": check its directory", e);
    }
  }

  /**
   * @return its bytes, at most {@link #LARGEST}; the caller wipes them
   * @throws UnusableFile if it cannot be read, is larger, or others than its owner have rights
   */
  public byte[] read() throws UnusableFile {
    try {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
      if (!OWNERS.containsAll(permissions)) {
        throw new UnusableFile(
            "%s is open to others than its owner (%s) and was not read. Run: chmod 600 %s"
                .formatted(path, PosixFilePermissions.toString(permissions), path));
      }
      if (Files.size(path) > LARGEST) {
        throw new UnusableFile(
            path + " is above 1 MiB and was not read: it is not what belongs there");
      }
      // Whoever made it may have been killed before the directory was on the disk.
      synchronise(directory());
      return Files.readAllBytes(path);
    } catch (UnusableFile e) {
      throw e;
    } catch (UnsupportedOperationException e) {
      throw withoutPermissions(path, e);
    } catch (IOException e) {
      throw new UnusableFile("cannot read " + path + ": check its owner and directory", e);
    }
  }

  /**
   * Makes the file, and its directory as {@link #makeDirectory} does, if there is none. It appears
   * whole and {@code rw-------}, and is on the disk when this returns.
   *
   * @param content its bytes; the caller wipes them
   * @return whether it was made; false if there was one, which stands as it was
   * @throws UnusableFile if it could not be made, or it is not known whether it is on the disk;
   *     then there is no file, or a whole one
   */
  public boolean create(byte[] content) throws UnusableFile {
    try {
      make(directory());
      Path draft = Files.createTempFile(directory(), "." + path.getFileName(), ".new", FILE);
      try {
        write(draft, content);
        return appear(draft);
      } finally {
        Files.deleteIfExists(draft);
        synchronise(directory());
      }
    } catch (UnsupportedOperationException e) {
      throw withoutPermissions(path, e);
    } catch (IOException e) {
      throw new UnusableFile("cannot make " + path + ": check its directory", e);
    }
  }

  /**
   * Puts other content in the place of what is there, at once: whoever reads meanwhile, and whoever
   * starts after a power loss at any moment, finds the former content or the new one, each whole.
   * The file is then {@code rw-------}, and on the disk when this returns. If the path is a
   * symbolic link, what it points to is replaced and the link stays.
   *
   * <p>Somebody else's change is not overwritten, unless it happens in the very moment between the
   * last look and the replacing.
   *
   * @param former what must be there; the caller wipes it
   * @param content the new bytes; the caller wipes them
   * @return whether it was replaced; false if there was anything else, which stands as it was
   * @throws UnusableFile if it could not be read or replaced, or it is not known whether the new
   *     content is on the disk; then there is the former content, or the new one
   */
  public boolean replace(byte[] former, byte[] content) throws UnusableFile {
    try {
      Path target = path.toRealPath();
      Path directory = new OwnerOnlyFile(target).directory();
      Path draft = Files.createTempFile(directory, "." + target.getFileName(), ".new", FILE);
      try {
        write(draft, content);
        return takePlace(draft, target, former);
      } finally {
        Files.deleteIfExists(draft);
        synchronise(directory);
      }
    } catch (UnusableFile e) {
      throw e;
    } catch (UnsupportedOperationException e) {
      throw withoutPermissions(path, e);
    } catch (IOException e) {
      throw new UnusableFile("cannot replace " + path + ": check its owner and directory", e);
    }
  }

  private boolean takePlace(Path draft, Path target, byte[] former) throws IOException {
    byte[] present = read();
    try {
      if (!Arrays.equals(present, former)) {
        return false;
      }
    } finally {
      Arrays.fill(present, (byte) 0);
    }
    Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return true;
  }

  /**
   * Makes the file with a new password, as {@link #create} does: 24 random bytes in base64url,
   * which are 32 characters of {@code A-Z a-z 0-9 - _} without a line end.
   *
   * @param random fit for keys
   * @return whether it was made; false if there was one, which stands as it was
   * @throws UnusableFile as {@link #create}
   */
  public boolean createPassword(RandomGenerator random) throws UnusableFile {
    byte[] bytes = new byte[PASSWORD_BYTES];
    random.nextBytes(bytes);
    byte[] text = Base64.getUrlEncoder().withoutPadding().encode(bytes);
    try {
      return create(text);
    } finally {
      Arrays.fill(bytes, (byte) 0);
      Arrays.fill(text, (byte) 0);
    }
  }

  /**
   * A password that this class made or an operator put there. Whether it is long enough is for the
   * caller to say.
   *
   * @return the file's text without white space before and after it, perhaps empty
   * @throws UnusableFile as {@link #read}, or if there is anything but ASCII
   */
  public String readPassword() throws UnusableFile {
    byte[] bytes = read();
    try {
      return StandardCharsets.US_ASCII
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes))
          .toString()
          .strip();
    } catch (CharacterCodingException e) {
      throw new UnusableFile(path + " must hold a password of ASCII characters alone", e);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private boolean appear(Path draft) throws IOException {
    try {
      // A link, because a move would silently replace a file that came in between.
      Files.createLink(path, draft);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  private Path directory() throws IOException {
    Path parent = path.getParent();
    if (parent == null) {
      throw new IOException(path + " is a directory");
    }
    return parent;
  }

  private static void make(Path directory) throws IOException {
    Path parent = directory.getParent();
    if (parent == null || Files.isDirectory(directory)) {
      return;
    }
    make(parent);
    try {
      Files.createDirectory(directory, DIRECTORY);
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(directory)) {
        throw e;
      }
    }
    synchronise(parent);
  }

  private static void write(Path draft, byte[] content) throws IOException {
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  private static void synchronise(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static UnusableFile withoutPermissions(Path path, UnsupportedOperationException cause) {
    return new UnusableFile(
        path + " must lie on a file system with POSIX permissions and hard links", cause);
  }

  private static FileAttribute<Set<PosixFilePermission>> permissions(String text) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
  }

  /** Where it is. */
  @Override
  public String toString() {
    return path.toString();
  }
}
