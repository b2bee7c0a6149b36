package org.ichido.mq.record;

import java.util.function.Predicate;
import org.ichido.api.contract.CountOutcome;
import org.ichido.spi.store.Total;
import org.ichido.spi.transport.DayTotals;
import org.ichido.spi.transport.Resent;

/** Fills the bodies that say how many there are of something. */
final class TotalsBody {
  private static final long MOST = 999_999_999;

  private TotalsBody() {}

  static HostRecord fill(HostRecord reply, DayTotals day) {
    return reply
        .set(day.whole() ? "ICH-TOTALS-ARE-WHOLE" : "ICH-TOTALS-ARE-PARTIAL")
        .with("ICH-COUNT-ALL", sum(day, code -> true))
        .with("ICH-COUNT-DONE", sum(day, code -> code.startsWith("0")))
        .with("ICH-COUNT-REFUSED", sum(day, code -> code.startsWith("1")))
        .with("ICH-COUNT-LATER", sum(day, code -> code.startsWith("2")))
        .with("ICH-COUNT-BAD", sum(day, code -> code.startsWith("8")))
        .with("ICH-COUNT-SYSTEM", sum(day, code -> code.startsWith("9")));
  }

  private static String sum(DayTotals day, Predicate<String> ofClass) {
    return number(
        day.totals().stream()
            .filter(total -> ofClass.test(total.responseCode()))
            .mapToLong(Total::count)
            .sum());
  }

  static HostRecord fill(HostRecord reply, CountOutcome counted) {
    return reply
        .set(counted.equal() ? "ICH-COUNTS-ARE-EQUAL" : "ICH-COUNTS-DIFFER")
        .with("ICH-OUR-CONTRACTS", number(counted.ours().contracts()))
        .with("ICH-OUR-USERS", number(counted.ours().users()))
        .with("ICH-OUR-TOKENS", number(counted.ours().tokens()));
  }

  static HostRecord fill(HostRecord reply, Resent resent) {
    return reply
        .with("ICH-EVENTS-RESENT", number(resent.again()))
        .with("ICH-EVENTS-WAITING", number(resent.waiting()));
  }

  private static String number(long count) {
    return Long.toString(Math.min(count, MOST));
  }
}
