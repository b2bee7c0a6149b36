package org.ichido.core.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ichido.api.BankId;
import org.ichido.api.Drained;
import org.ichido.api.Health;
import org.ichido.core.system.JapaneseTime;
import org.jspecify.annotations.Nullable;

/** Says of every bank whether it is served. */
final class BankHealth {
  private BankHealth() {}

  /**
   * @param marks the drained banks; null while nobody can say which
   */
  static List<Health> of(ProfileSet set, @Nullable Map<BankId, Drained> marks) {
    List<Health> all = new ArrayList<>();
    set.valid().forEach((bank, profile) -> all.add(served(bank, profile, marks)));
    set.problems()
        .forEach(
            (pid, problem) ->
                all.add(
                    new Health(
                        "bank " + pid.substring(pid.indexOf('~') + 1),
                        Health.Level.DOWN,
                        List.of("not served, its messages wait", problem.toString()))));
    if (all.isEmpty()) {
      all.add(
          new Health(
              "banks",
              Health.Level.WARN,
              List.of("no bank profile: put etc/" + BankProfiles.PID + "~<id>.cfg there")));
    }
    set.refusals().forEach(refusal -> all.add(refusal.health()));
    return all;
  }

  private static Health served(
      BankId bank, BankProfile profile, @Nullable Map<BankId, Drained> marks) {
    String part = "bank " + bank;
    String served = "served under " + profile.file();
    if (marks == null) {
      return new Health(
          part,
          Health.Level.DOWN,
          List.of(
              "its messages wait: the store cannot say yet whether somebody drained it",
              served + " for callers inside this server"));
    }
    Drained mark = marks.get(bank);
    if (mark == null) {
      return new Health(part, Health.Level.OK, List.of(served));
    }
    return new Health(
        part,
        Health.Level.WARN,
        List.of(
            "drained since %s by administrator %s: its messages wait; ichido:resume %s"
                .formatted(JapaneseTime.of(mark.since()), mark.by().name(), bank),
            served + " for callers inside this server"));
  }
}
