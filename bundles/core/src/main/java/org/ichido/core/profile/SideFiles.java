package org.ichido.core.profile;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ichido.spi.InvalidSetting;
import org.ichido.spi.Settings;

/**
 * The files that a profile names: its operation table, its mail texts. They are read together with
 * the profile and hold or fail with it. Used by one thread, for one reading of one profile.
 */
final class SideFiles {
  /** Neither absolute nor with a part that leads up: a profile reaches what lies below it. */
  private static final Pattern NAME =
      Pattern.compile("(?!(.*/)?\\.{1,2}(/|$))[A-Za-z0-9._~-]{1,64}(/[A-Za-z0-9._~-]{1,64}){0,7}");

  private static final Pattern CONFIGURATION = Pattern.compile(".*\\.(cfg|config)");

  private final Optional<Path> directory;
  private final Map<SideFile, SideFile.Content> seen;

  /**
   * @param directory where the profile stands
   * @param seen what this reading of all profiles has found so far; two that name one file get the
   *     same
   */
  SideFiles(Optional<Path> directory, Map<SideFile, SideFile.Content> seen) {
    this.directory = directory;
    this.seen = seen;
  }

  /**
   * @param settings a profile, or a section of it
   * @param key the key whose value is the file's path from the profile's directory
   * @return its text
   * @throws InvalidSetting if the key is missing, the path leads elsewhere, or the file is not
   *     there, cannot be read, is too large or not UTF-8
   */
  SideText text(Settings settings, String key) throws InvalidSetting {
    String name =
        settings.text(
            key,
            NAME,
            "a path from the profile's directory, such as ichido/kinsan/operations.txt: of letters,"
                + " digits and . _ ~ -, neither absolute nor with ..");
    if (CONFIGURATION.matcher(name).matches()) {
      throw settings.problem(
          key,
          "'"
              + name
              + "' ends like a configuration, for which the server would take it: rename it");
    }
    if (directory.isEmpty()) {
      throw settings.problem(
          key,
          "the profile does not stand in a file, so no file stands beside it: put it into etc/");
    }
    SideFile.Content content =
        seen.computeIfAbsent(new SideFile(directory.get(), name), SideFile::content);
    String whole = settings.problem(key, "").key();
    if (content instanceof SideFile.Text found) {
      return new SideText(whole, name, found.text());
    }
    throw new SideText(whole, name, "").problem(((SideFile.Trouble) content).what());
  }
}
