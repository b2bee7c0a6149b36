package org.ichido.shell;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ichido.api.Health;

/**
 * The parts that an Ichido has. One that is not installed, not started or not configured has no
 * service, so it cannot report itself: it is reported by being expected.
 */
enum ExpectedPart {
  BANK(
      "bank",
      "banks|bank [^ ,]+",
      "no bank is known: there is no etc/org.ichido.bank~<id>.cfg, or bundle org.ichido.core is not"
          + " started"),
  STORE(
      "store",
      "store",
      "bundle org.ichido.store-jdbc is not started, or etc/org.ichido.store.cfg is missing; nothing"
          + " can be decided"),
  VAULT(
      "vault",
      "vault",
      "bundle org.ichido.vault is not started, or etc/org.ichido.vault.cfg is missing; no seed can"
          + " be opened"),
  QUEUES(
      "queues",
      "bank .+, queue .+",
      "no bank is listened to: bundle org.ichido.mq is not started, or no bank has a valid profile;"
          + " records wait on their queues");

  private final String word;
  private final Pattern names;
  private final String otherwise;

  ExpectedPart(String word, String names, String otherwise) {
    this.word = word;
    this.names = Pattern.compile(names);
    this.otherwise = otherwise;
  }

  /** A DOWN entry if none of the parts that answered is this one. */
  Optional<Health> missingFrom(List<Health> told) {
    boolean there = told.stream().anyMatch(h -> names.matcher(h.part()).matches());
    return there
        ? Optional.empty()
        : Optional.of(
            new Health(
                word,
                Health.Level.DOWN,
                List.of("Missing: " + otherwise + ".", "See bundle:list and scr:list.")));
  }
}
