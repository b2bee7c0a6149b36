package org.ichido.core.profile;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A profile as it was configured.
 *
 * @param pid {@code org.ichido.bank~<id>}
 * @param file its file, for people
 * @param directory where that file stands, if it stands in one
 * @param values its keys and values
 */
record ProfileSource(
    String pid, String file, Optional<Path> directory, Map<String, String> values) {
  private static final String FILE = "felix.fileinstall.filename";

  /**
   * @param properties keys and values, and those that ConfigAdmin and file install add
   */
  static ProfileSource of(String pid, Map<String, String> properties) {
    Map<String, String> values = new TreeMap<>(properties);
    values.keySet().removeIf(key -> key.startsWith("service.") || key.startsWith("felix."));
    String path = properties.getOrDefault(FILE, pid);
    return new ProfileSource(
        pid,
        path.substring(path.lastIndexOf('/') + 1),
        directory(properties.get(FILE)),
        Collections.unmodifiableMap(values));
  }

  /** File install writes an address, such as {@code file:/opt/ichido/etc/x.cfg}. */
  private static Optional<Path> directory(@Nullable String address) {
    if (address == null) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(Path.of(URI.create(address)).getParent());
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      return Optional.empty();
    }
  }
}
