package org.ichido.mq.record;

import java.text.Normalizer;
import org.ichido.api.requirement.Demand;
import org.ichido.api.requirement.Requirement;

/** Fills the body of the reply to the question what comes next. */
final class RequirementBody {
  private static final int LONGEST_WHY = 80;

  private RequirementBody() {}

  static HostRecord fill(HostRecord reply, Requirement requirement) {
    Demand demand = requirement.demand();
    return reply
        .with("ICH-AS-OF", JapanTime.format(requirement.at()))
        .with("ICH-DEMAND", demand.kind().name())
        .with(
            "ICH-METHOD",
            demand instanceof Demand.Required required ? required.method().name() : "")
        .with("ICH-EXEMPT-WHY", demand instanceof Demand.Exempt exempt ? exempt.why() : "")
        .with("ICH-NEXT-STEP", requirement.step().name())
        .with("ICH-STEP-UNTIL", JapanTime.format(requirement.until()))
        .with("ICH-WHY", halfWidth(requirement.why()));
  }

  /** What has no place in a record is left out: the table's remarks may be Japanese. */
  private static String halfWidth(String text) {
    StringBuilder kept = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .chars()
        .filter(c -> c >= ' ' && c <= '~')
        .limit(LONGEST_WHY)
        .forEach(c -> kept.append((char) c));
    return kept.toString().strip();
  }
}
