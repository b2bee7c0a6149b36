package org.ichido.bench.round;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.ichido.bench.figure.Rate;
import org.ichido.bench.figure.Spread;

/**
 * The counted rounds of some contenders.
 *
 * @param goal what they ran for
 * @param samples by contender, one for each round
 */
public record Results(String goal, Map<String, List<Sample>> samples) {
  /**
   * @return what each did
   */
  public List<Rate> rates() {
    return samples.keySet().stream().map(this::rate).toList();
  }

  private Rate rate(String contender) {
    return new Rate(
        goal,
        contender,
        of(contender, Sample::perSecond),
        of(contender, Sample::cpuMillis),
        ifTimed(contender, Sample::median),
        ifTimed(contender, Sample::tail),
        of(contender, Sample::load));
  }

  private Optional<Spread> ifTimed(String contender, Function<Sample, OptionalDouble> value) {
    List<Double> values = new ArrayList<>();
    rounds(contender).forEach(sample -> value.apply(sample).ifPresent(values::add));
    return values.isEmpty() ? Optional.empty() : Optional.of(Spread.of(values));
  }

  /**
   * @param contender whose rounds
   * @param value what of each
   * @return how it spreads
   */
  public Spread of(String contender, ToDoubleFunction<Sample> value) {
    return Spread.of(rounds(contender).stream().map(value::applyAsDouble).toList());
  }

  /**
   * Compares round by round: both worked in the same minute.
   *
   * @param one whose value is divided
   * @param by by whose
   * @param value what of each
   * @return how the ratios of the rounds spread
   */
  public Spread ratio(String one, String by, ToDoubleFunction<Sample> value) {
    List<Sample> ones = rounds(one);
    List<Sample> others = rounds(by);
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < ones.size(); round++) {
      ratios.add(value.applyAsDouble(ones.get(round)) / value.applyAsDouble(others.get(round)));
    }
    return Spread.of(ratios);
  }

  /**
   * @param contender whose
   * @return the counted rounds, in order
   */
  public List<Sample> rounds(String contender) {
    List<Sample> rounds = samples.get(contender);
    if (rounds == null) {
      throw new IllegalArgumentException(contender + " did not run: " + samples.keySet());
    }
    return rounds;
  }
}
