package org.ichido.itests;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/**
 * A bundle of the house, updated in place to its shipped jar with some classes replaced. Closing it
 * puts the shipped jar back.
 */
final class ReplacedBundle implements AutoCloseable {
  private final Bundle bundle;
  private final Path shipped;

  ReplacedBundle(BundleContext context, String symbolicName, Path classes)
      throws IOException, BundleException {
    bundle =
        Arrays.stream(context.getBundles())
            .filter(candidate -> candidate.getSymbolicName().equals(symbolicName))
            .findFirst()
            .orElseThrow();
    shipped = shipped(bundle.getLocation());
    try (InputStream mutated = with(classes)) {
      bundle.update(mutated);
    }
  }

  /** The distribution carries every bundle in its system repository. */
  private static Path shipped(String location) {
    String[] words = location.replaceFirst("^mvn:", "").split("/", 3);
    String group = words[0].replace('.', '/');
    return Path.of(System.getProperty("karaf.home"), "system", group, words[1], words[2])
        .resolve(words[1] + "-" + words[2] + ".jar");
  }

  private InputStream with(Path classes) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Set<Path> replaced = new HashSet<>();
    try (JarInputStream from = new JarInputStream(Files.newInputStream(shipped));
        JarOutputStream to = new JarOutputStream(bytes, from.getManifest())) {
      for (JarEntry entry = from.getNextJarEntry(); entry != null; entry = from.getNextJarEntry()) {
        Path other = classes.resolve(entry.getName());
        to.putNextEntry(new JarEntry(entry.getName()));
        if (Files.isRegularFile(other)) {
          Files.copy(other, to);
          replaced.add(other);
        } else {
          from.transferTo(to);
        }
      }
      try (var files = Files.walk(classes)) {
        for (Path added : files.filter(Files::isRegularFile).toList()) {
          if (!replaced.contains(added)) {
            to.putNextEntry(new JarEntry(classes.relativize(added).toString()));
            Files.copy(added, to);
          }
        }
      }
    }
    if (replaced.isEmpty()) {
      throw new AssertionError("nothing of " + shipped + " was replaced from " + classes);
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }

  @Override
  public void close() throws IOException, BundleException {
    try (InputStream original = Files.newInputStream(shipped)) {
      bundle.update(original);
    }
  }
}
