package org.ichido.itests;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The features repository of a next release: the same code under a higher version, as files. What
 * is not ours is the same.
 */
final class NextRelease {
  static final String VERSION = "0.1.1";

  private static final String SHIPPED =
      "mvn:org.ichido/ichido-features/0.1.0-SNAPSHOT/xml/features";
  private static final Pattern OURS = Pattern.compile("mvn:org\\.ichido/(ichido-[a-z-]+)/[^<]+");

  private NextRelease() {}

  /**
   * @return the address of the repository
   */
  static URI written() throws IOException {
    Path folder = Files.createDirectories(Path.of(System.getProperty("karaf.data"), "next"));
    Path features =
        InstalledBundle.jar(SHIPPED).resolveSibling("ichido-features-0.1.0-SNAPSHOT-features.xml");
    StringBuilder next = new StringBuilder();
    Matcher ours = OURS.matcher(Files.readString(features));
    while (ours.find()) {
      Path jar = folder.resolve(ours.group(1) + ".jar");
      BuiltBundle.copyOf(InstalledBundle.jar(ours.group()))
          .header("Bundle-Version", VERSION)
          .writeTo(jar);
      ours.appendReplacement(next, Matcher.quoteReplacement(jar.toUri().toString()));
    }
    ours.appendTail(next);
    Path file = folder.resolve("features.xml");
    Files.writeString(file, next.toString().replace("0.1.0-SNAPSHOT", VERSION));
    return file.toUri();
  }
}
