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
      "bundle org.ichido.core is not started, and without it nothing else is there"),
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

  /**
   * A DOWN entry if none of the parts that answered is this one. Core always tells of banks, and
   * all other parts need core: while it is away they have no cure of their own.
   */
  Optional<Health> missingFrom(List<Health> told) {
    String why =
        this != BANK && !BANK.isIn(told) ? "it waits for bundle org.ichido.core" : otherwise;
    return isIn(told)
        ? Optional.empty()
        : Optional.of(
            new Health(
                word,
                Health.Level.DOWN,
                List.of("Missing: " + why + ".", "See bundle:list and scr:list.")));
  }

  private boolean isIn(List<Health> told) {
    return told.stream().anyMatch(health -> names.matcher(health.part()).matches());
  }
}
