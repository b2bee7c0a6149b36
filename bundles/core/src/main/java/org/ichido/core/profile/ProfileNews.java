package org.ichido.core.profile;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log what a new reading of the profiles changed. */
final class ProfileNews {
  private static final Logger LOG = LoggerFactory.getLogger(ProfileNews.class);

  private ProfileNews() {}

  static void log(ProfileSet former, ProfileSet next) {
    next.refusals().stream()
        // Without another the bank has a problem, which says the same.
        .filter(refusal -> refusal.instead().isPresent())
        .filter(refusal -> !former.refusals().contains(refusal))
        .forEach(refusal -> LOG.warn("ICH-CORE-005 {}", refusal));
    next.problems()
        .forEach(
            (pid, problem) -> {
              if (!problem.equals(former.problems().get(pid))) {
                LOG.error("ICH-CORE-001 Bank profile refused, its messages wait: {}", problem);
              }
            });
    next.valid()
        .forEach(
            (bank, profile) -> {
              if (!former.valid().containsKey(bank)) {
                LOG.info("Bank {} is served under {}", bank, profile.file());
              }
            });
  }
}
