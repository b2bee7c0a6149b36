package org.ichido.itests;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Looks for secrets in files, in every spelling in which somebody may have written them: raw, hex,
 * Base64 for a seed; ASCII, its hex and EBCDIC for a code. A code counts only where it stands
 * alone: six digits inside a hash or a longer number are chance.
 */
final class SecretSearch {
  private final Set<String> needles = new HashSet<>();
  private final boolean standingAlone;
  private long filesRead;

  private SecretSearch(boolean standingAlone) {
    this.standingAlone = standingAlone;
  }

  static SecretSearch forSeeds(Collection<byte[]> seeds) {
    SecretSearch search = new SecretSearch(false);
    for (byte[] seed : seeds) {
      search.needles.add(new String(seed, StandardCharsets.ISO_8859_1));
      search.needles.add(HexFormat.of().formatHex(seed));
      search.needles.add(HexFormat.of().withUpperCase().formatHex(seed));
      search.needles.add(Base64.getEncoder().withoutPadding().encodeToString(seed));
      search.needles.add(Base64.getUrlEncoder().withoutPadding().encodeToString(seed));
    }
    return search;
  }

  static SecretSearch forCodes(Collection<String> codes) {
    SecretSearch search = new SecretSearch(true);
    for (String code : codes) {
      byte[] ebcdic = code.getBytes(Charset.forName("x-IBM939"));
      search.needles.add(code);
      search.needles.add(HexFormat.of().formatHex(code.getBytes(StandardCharsets.US_ASCII)));
      search.needles.add(new String(ebcdic, StandardCharsets.ISO_8859_1));
    }
    return search;
  }

  List<String> in(Path folder, Predicate<Path> wanted) throws IOException {
    Set<String> hits = new TreeSet<>();
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).filter(wanted).toList();
    }
    for (Path file : files) {
      String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      filesRead++;
      for (String needle : needles) {
        if (found(content, needle)) {
          hits.add(folder.relativize(file).toString());
        }
      }
    }
    return new ArrayList<>(hits);
  }

  long filesRead() {
    return filesRead;
  }

  private boolean found(String content, String needle) {
    for (int at = content.indexOf(needle); at >= 0; at = content.indexOf(needle, at + 1)) {
      if (!standingAlone || (!wordAt(content, at - 1) && !wordAt(content, at + needle.length()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean wordAt(String content, int at) {
    if (at < 0 || at >= content.length()) {
      return false;
    }
    char c = content.charAt(at);
    return (c >= '0' && c <= '9')
        || (c >= 'a' && c <= 'f')
        || (c >= 'A' && c <= 'F')
        || c == '-'
        || c == '.'
        || (c >= 0xf0 && c <= 0xf9);
  }
}
