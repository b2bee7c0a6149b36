package org.ichido.core.due;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ichido.api.BankId;
import org.ichido.core.contract.DueMethodWork;
import org.ichido.core.contract.DueTokenWork;
import org.ichido.core.service.OutboxNews;
import org.ichido.core.system.JapaneseTime;
import org.ichido.core.work.Entitlement;
import org.ichido.core.work.Written;
import org.ichido.spi.store.ContractRow;
import org.ichido.spi.store.TokenQuery;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.TokenStore;
import org.ichido.spi.store.UnitOfWork;

/**
 * One look at what is due, under one store and one clock. Each token and each contract is a unit of
 * work of its own, decided from fresh rows: an interrupted round is gone on with by the next, and
 * two nodes at once do everything once.
 */
final class DueRound {
  private static final int AT_ONCE = 500;
  private static final int MOST_TOKENS = 10_000;

  private final TokenStore store;
  private final Clock clock;
  private final OutboxNews news;

  DueRound(TokenStore store, Clock clock, OutboxNews news) {
    this.store = store;
    this.clock = clock;
    this.news = news;
  }

  /** Methods first: their revocations are the more urgent. */
  void of(BankId bank) {
    Instant now = clock.instant();
    LocalDate today = JapaneseTime.dayOf(now);
    all(() -> store.methodsDue(bank, today, AT_ONCE), contract -> apply(contract, today));
    all(
        () -> store.overdue(bank, now, AT_ONCE),
        token -> OverdueWork.on(token, clock).map(this::perform).orElse(false));
  }

  /** Goes on while there is more, and as long as that comes to anything. */
  private static <R> void all(Supplier<List<R>> finding, Function<R, Boolean> acting) {
    List<R> found;
    long acted;
    do {
      found = finding.get();
      acted = found.stream().filter(acting::apply).count();
    } while (found.size() == AT_ONCE && acted > 0);
  }

  private boolean apply(ContractRow contract, LocalDate today) {
    var key = contract.key();
    var query =
        new TokenQuery(
            Optional.empty(), Optional.of(key.bank()), Optional.of(key.contract()), MOST_TOKENS);
    for (TokenRow token : store.find(query)) {
      if (token.state().live() && !Entitlement.fits(contract.methodOn(today), token.kind())) {
        DueTokenWork.on(token, clock).ifPresent(this::perform);
      }
    }
    perform(new DueMethodWork(key, clock));
    return true;
  }

  private boolean perform(UnitOfWork<Set<Written>> work) {
    Set<Written> written = store.transact(work);
    news.tell(written);
    return !written.isEmpty();
  }
}
