package org.ichido.demo;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A distribution unpacked in a directory of its own. Its tokens, keys and messages ({@code
 * data/ichido}) stay when a newer archive is unpacked; everything else is taken from the archive.
 */
final class Server {
  private static final Path STATE = Path.of("data", "ichido");

  private final Path directory;

  private Server(Path directory) {
    this.directory = directory;
  }

  /**
   * Unpacks the archive, unless the very same one is unpacked there already.
   *
   * @param archive a {@code .tar.gz} of the distribution
   * @param directory where the server shall be
   * @return the server
   */
  static Server unpack(Path archive, Path directory) throws IOException, InterruptedException {
    Path mark = directory.resolve("unpacked-from");
    String identity = archive + " " + Files.getLastModifiedTime(archive) + "\n";
    if (Files.exists(mark) && Files.readString(mark).equals(identity)) {
      return new Server(directory);
    }
    Path fresh = directory.resolveSibling(directory.getFileName() + ".new");
    delete(fresh);
    Files.createDirectories(fresh);
    // tar keeps the scripts executable; the JDK has no reader for it.
    Process tar =
        new ProcessBuilder(
                List.of(
                    "tar",
                    "-xzf",
                    archive.toString(),
                    "--strip-components=1",
                    "-C",
                    fresh.toString()))
            .inheritIO()
            .start();
    if (tar.waitFor() != 0) {
      throw new IOException("tar could not unpack " + archive + "; it said why above");
    }
    if (Files.exists(directory.resolve(STATE))) {
      Files.createDirectories(fresh.resolve(STATE).getParent());
      Files.move(directory.resolve(STATE), fresh.resolve(STATE));
    }
    Files.writeString(fresh.resolve("unpacked-from"), identity);
    delete(directory);
    Files.move(fresh, directory, StandardCopyOption.ATOMIC_MOVE);
    return new Server(directory);
  }

  /**
   * @return the script that starts it in the foreground with its shell
   */
  Path script() {
    return directory.resolve("bin").resolve("karaf");
  }

  Path directory() {
    return directory;
  }

  /**
   * @param file a file in {@code etc/}
   * @param key one of its keys
   * @return the value
   */
  String setting(String file, String key) throws IOException {
    Properties settings = new Properties();
    Path path = directory.resolve("etc").resolve(file);
    try (Reader reader = Files.newBufferedReader(path)) {
      settings.load(reader);
    }
    String value = settings.getProperty(key);
    if (value == null) {
      throw new IOException(path + ": " + key + " is missing");
    }
    return value.strip();
  }

  /**
   * @param file a file in {@code etc/}
   * @param key one of its keys
   * @param value what it shall be
   */
  void set(String file, String key, int value) throws IOException {
    Path path = directory.resolve("etc").resolve(file);
    List<String> lines = new ArrayList<>();
    boolean found = false;
    for (String line : Files.readAllLines(path)) {
      boolean here = line.matches("\\s*" + key + "\\s*=.*");
      lines.add(here ? key + " = " + value : line);
      found |= here;
    }
    if (!found) {
      throw new IOException(path + ": " + key + " is missing");
    }
    Files.write(path, lines);
  }

  static void delete(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    Files.walkFileTree(
        tree,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(dir);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
