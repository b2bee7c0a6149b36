package org.ichido.core.service;

import java.time.Instant;
import java.util.List;
import org.ichido.api.act.Outcome;
import org.ichido.api.order.BooksOutcome;
import org.ichido.api.order.BooksRequest;
import org.ichido.api.order.HardTokenRequest;
import org.ichido.api.order.HardTokens;
import org.ichido.api.order.OrderQuery;
import org.ichido.api.order.OrderView;
import org.ichido.api.order.PostingView;
import org.ichido.core.profile.BankProfiles;
import org.ichido.spi.store.OrderRow;
import org.ichido.spi.store.Posting;
import org.ichido.spi.transport.Subject;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Hard tokens for callers in this JVM; every act goes through the inbox, no question. */
@Component(service = {HardTokens.class, InboxHardTokens.class})
public final class InboxHardTokens implements HardTokens {
  private final CoreDecisions decisions;
  private final InboxOnceOnly onceOnly;
  private final CurrentServices services;
  private final BankProfiles profiles;

  /** For Declarative Services. */
  @Activate
  public InboxHardTokens(
      @Reference CoreDecisions decisions,
      @Reference InboxOnceOnly onceOnly,
      @Reference CurrentServices services,
      @Reference BankProfiles profiles) {
    this.decisions = decisions;
    this.onceOnly = onceOnly;
    this.services = services;
    this.profiles = profiles;
  }

  @Override
  public Outcome perform(HardTokenRequest request) {
    // The records of the request print everything that they say but a code.
    Content content = new Content("hard token", request.contract().bank()).add(request.toString());
    if (request instanceof HardTokenRequest.Register register) {
      content.add(register.code().ascii());
    }
    return onceOnly
        .handle(
            request.key(),
            request instanceof HardTokenRequest.Register register
                ? Subject.of(register.holder())
                : Subject.of(request.contract()),
            content.fingerprint(onceOnly),
            decisions.hardToken(request),
            OutcomeText::write)
        .map(OutcomeText::read)
        .orElseGet(OutcomeText::reused);
  }

  @Override
  public List<OrderView> orders(OrderQuery query) {
    profiles.of(query.bank());
    Instant now = services.clock().instant();
    return services.store().orders(query).stream().map(row -> shown(row, now)).toList();
  }

  @Override
  public BooksOutcome reconcile(BooksRequest request) {
    return onceOnly.ask(decisions.books(request));
  }

  private static OrderView shown(OrderRow row, Instant now) {
    return new OrderView(
        row.number(),
        row.contract(),
        row.branch(),
        row.kind(),
        row.state(),
        row.serial(),
        row.replaces().map(OrderRow.Replaced::serial),
        row.placed(),
        row.expected(),
        row.shipped(),
        row.fee().yen(),
        row.fee().debit().map(InboxHardTokens::shown),
        row.fee().refund().map(InboxHardTokens::shown),
        now);
  }

  private static PostingView shown(Posting posting) {
    return new PostingView(
        posting.state(),
        posting.businessDate(),
        posting.firstSent(),
        posting.inquiries(),
        posting.booking(),
        posting.notBooked());
  }
}
