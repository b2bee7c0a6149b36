package org.ichido.core.outbox;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.ichido.api.BankId;
import org.ichido.api.Holder;
import org.ichido.api.TokenId;
import org.ichido.core.profile.NoticePolicy;
import org.ichido.core.service.OutboxNews;
import org.ichido.core.work.Written;
import org.ichido.spi.notice.Delivery;
import org.ichido.spi.notice.Notice;
import org.ichido.spi.notice.Notifier;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.TokenStore;

/**
 * One round over the mails of a bank that may be tried now, under one store, clock and profile.
 * Which of them go is looked up mail by mail, just before.
 */
final class MailRound {
  private static final int AT_ONCE = 50;

  /** In a row; then it is the mail server, and all others would wait for it to time out. */
  private static final int PATIENCE = 3;

  private final TokenStore store;
  private final Clock clock;
  private final NoticePolicy policy;
  private final Notifier notifier;
  private final OutboxNews news;
  private int postponed;
  private Optional<String> trouble = Optional.empty();

  MailRound(
      TokenStore store, Clock clock, NoticePolicy policy, Notifier notifier, OutboxNews news) {
    this.store = store;
    this.clock = clock;
    this.policy = policy;
    this.notifier = notifier;
    this.news = news;
  }

  /**
   * @param bank the bank
   * @param goOn asked before each mail
   * @return whether nothing is left that may be tried now
   */
  boolean of(BankId bank, BooleanSupplier goOn) {
    List<OutboxRow> rows;
    do {
      rows = store.outbox(bank, OutboxRow.Kind.MAIL, clock.instant(), AT_ONCE);
      for (OutboxRow row : rows) {
        if (postponed >= PATIENCE || !goOn.getAsBoolean()) {
          return false;
        }
        handle(row);
      }
    } while (!rows.isEmpty());
    return true;
  }

  /**
   * @return what the trouble with the last mail was; without words if there was none, empty if none
   *     was tried
   */
  Optional<String> trouble() {
    return trouble;
  }

  private void handle(OutboxRow row) {
    Holder holder = new Holder(row.bank(), row.contract(), row.user().orElseThrow());
    Optional<TokenRow> token = row.token().flatMap(id -> find(holder, id));
    MailOutcome outcome =
        switch (IssueMail.fate(token, clock.instant())) {
          case SEND -> send(IssueMail.notice(row, token.orElseThrow(), policy));
          case TOO_LATE ->
              new MailOutcome.Failed(
                  MailOutcome.Word.TOO_LATE, row.why().isEmpty() ? "was never tried" : row.why());
          case SUPERSEDED -> new MailOutcome.Superseded();
        };
    Set<Written> written = store.transact(new MailWork(row, holder, outcome, clock));
    news.tell(written);
  }

  private Optional<TokenRow> find(Holder holder, TokenId id) {
    return store.transact(new EnrolmentSeen(holder, id, clock));
  }

  private MailOutcome send(Notice notice) {
    Delivery delivery = ask(notice);
    if (delivery instanceof Delivery.Postponed now) {
      postponed++;
      String why = OneLine.of(now.why());
      trouble = Optional.of(why);
      return new MailOutcome.Postponed(why);
    }
    postponed = 0;
    trouble = Optional.of("");
    return delivery instanceof Delivery.Refused refused
        ? new MailOutcome.Failed(MailOutcome.Word.REFUSED, OneLine.of(refused.why()))
        : new MailOutcome.Sent();
  }

  /** Of what it threw only the class is told: the words may hold an address. */
  private Delivery ask(Notice notice) {
    try {
      return notifier.send(notice);
    } catch (RuntimeException | LinkageError e) {
      return new Delivery.Postponed("the notifier threw " + e.getClass().getName());
    }
  }
}
