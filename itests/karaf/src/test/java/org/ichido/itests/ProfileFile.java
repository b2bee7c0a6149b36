package org.ichido.itests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.osgi.framework.BundleContext;

/** A profile, or another file in the container's etc, edited as an administrator edits it. */
final class ProfileFile {
  static final String NAME = "org.ichido.bank~kinsan.cfg";

  private final Path file;
  private final String shipped;

  private final BundleContext context;

  ProfileFile(BundleContext context) throws IOException {
    this(context, NAME);
  }

  ProfileFile(BundleContext context, String name) throws IOException {
    this.context = context;
    file = Path.of(System.getProperty("karaf.etc"), name);
    shipped = Files.readString(file);
  }

  void set(String key, String value) throws IOException, InterruptedException {
    String changed =
        shipped.replaceFirst("(?m)^" + key.replace(".", "\\.") + " *= *.*$", key + " = " + value);
    if (changed.equals(shipped)) {
      throw new AssertionError("no line for " + key + " to change in " + file);
    }
    write(changed);
  }

  void append(String line) throws IOException, InterruptedException {
    write(shipped + "\n" + line + "\n");
  }

  void restore() throws IOException, InterruptedException {
    write(shipped);
  }

  /** In one step, so that nobody reads half a file. */
  private void write(String text) throws IOException, InterruptedException {
    ConfigurationBarrier.pass(context);
    Path next = file.resolveSibling(file.getFileName() + ".next");
    Files.write(next, text.getBytes(StandardCharsets.UTF_8));
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
