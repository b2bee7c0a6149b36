package org.ichido.bench.round;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Lets contenders take turns: A, B, A, B … so that what the machine does to one it does to the
 * other. The first round warms up and is dropped.
 *
 * @param counted how many rounds count
 * @param scale what turns are shortened by for a quick look; 1 for figures
 * @param out where to tell how it goes
 */
public record Rounds(int counted, double scale, PrintStream out) {
  /**
   * @param goal what it is for
   * @param turn how long one contender works in one round
   * @param contenders in their order
   * @return what they did
   * @throws Exception if one of them could not do it
   */
  public Results run(String goal, Duration turn, List<? extends Contender> contenders)
      throws Exception {
    return run(goal, turn, 1, contenders);
  }

  /**
   * @param goal what it is for
   * @param turn how long one contender works in one round, altogether
   * @param changes how often they change places within a round: the shorter each works at a time,
   *     the more evenly a busy machine treats them
   * @param contenders in their order
   * @return what they did
   * @throws Exception if one of them could not do it
   */
  public Results run(String goal, Duration turn, int changes, List<? extends Contender> contenders)
      throws Exception {
    Map<String, List<Sample>> samples = new LinkedHashMap<>();
    for (int round = 0; round <= counted; round++) {
      boolean dropped = round == 0;
      Map<String, Sample> done = round(turn, changes, contenders);
      for (Map.Entry<String, Sample> each : done.entrySet()) {
        tell(goal + " round " + round + (dropped ? ", dropped" : ""), each);
        if (!dropped) {
          samples.computeIfAbsent(each.getKey(), n -> new ArrayList<>()).add(each.getValue());
        }
      }
    }
    return new Results(goal, samples);
  }

  /**
   * Lets each work for a while before the first round; nothing is written down.
   *
   * @param time how long each
   * @param contenders who
   * @throws Exception if one of them could not do it
   */
  public void warmUp(Duration time, List<? extends Contender> contenders) throws Exception {
    round(time, 1, contenders);
  }

  private Map<String, Sample> round(
      Duration turn, int changes, List<? extends Contender> contenders) throws Exception {
    Duration time = Duration.ofNanos((long) (turn.toNanos() * scale / changes));
    Map<String, Sample> done = new LinkedHashMap<>();
    for (int change = 0; change < changes; change++) {
      for (Contender contender : contenders) {
        done.merge(contender.name(), contender.work(time), Sample::plus);
      }
    }
    return done;
  }

  private void tell(String round, Map.Entry<String, Sample> done) {
    Sample sample = done.getValue();
    String median =
        sample.median().isPresent()
            ? String.format(Locale.ROOT, "  p50 %.3f ms", sample.median().getAsDouble())
            : "";
    out.println(
        String.format(
            Locale.ROOT,
            "%-24s %-46s %,10.0f /s%s  load %.1f %s",
            round,
            done.getKey(),
            sample.perSecond(),
            median,
            sample.load(),
            sample.extras().isEmpty() ? "" : sample.extras()));
  }
}
