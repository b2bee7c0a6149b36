package org.ichido.itests;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.Stream;

/** A file system of a few megabytes in memory, which only root can mount. */
final class SmallDisk {
  private SmallDisk() {}

  /** Mounts it, and takes away one that a former run left there. */
  static Optional<String> mount(Path at, int megabytes) {
    try {
      Files.createDirectories(at);
      run("umount", at.toString());
      return run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "ichido", at.toString());
    } catch (IOException e) {
      return Optional.of(e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("interrupted");
    }
  }

  /** Takes it away, or a later clean-up of the build would meet a mounted directory. */
  static void unmount(Path at) throws IOException, InterruptedException {
    Optional<String> trouble = run("umount", at.toString());
    if (trouble.isPresent()) {
      throw new IOException(trouble.get());
    }
  }

  /** Fills the disk but for some bytes, so that writes fail soon; deleting the file makes room. */
  static void fill(Path ballast, long left) throws IOException {
    byte[] block = new byte[4096];
    try (var out = Files.newOutputStream(ballast)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      if (Files.size(ballast) <= left) {
        throw full;
      }
    }
    try (FileChannel file = FileChannel.open(ballast, StandardOpenOption.WRITE)) {
      file.truncate(file.size() - left);
    }
  }

  /** Copies the files as they are at this moment, like the image that a power cut leaves. */
  static void copy(Path from, Path to, Path without) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> former = Files.list(to)) {
      for (Path file : former.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.equals(without)) {
          Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private static Optional<String> run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (InputStream out = process.getInputStream()) {
      String said = new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
      return process.waitFor() == 0 ? Optional.empty() : Optional.of(said);
    }
  }
}
