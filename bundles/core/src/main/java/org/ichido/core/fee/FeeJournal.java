package org.ichido.core.fee;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.ichido.api.Actor;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.RequestKey;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.OrderRow;
import org.ichido.spi.store.Posting;

/**
 * What the audit has of debits and refunds; never the account.
 *
 * @param now when
 * @param actor by whom
 * @param request the request that did it, if one did
 * @param mark what is to stand before each entry, or empty
 */
public record FeeJournal(Instant now, Actor actor, Optional<RequestKey> request, String mark) {
  /** Entries of what no request did. */
  FeeJournal(Instant now, Actor actor) {
    this(now, actor, Optional.empty(), "");
  }

  /**
   * @param side how a posting stands now, after it changed
   * @return the entry of that
   */
  public Change.Append stands(FeeSide side) {
    return entry(side, side.posting().map(FeeJournal::event).orElseThrow(), "");
  }

  /**
   * @param side a posting
   * @param event what happened to it
   * @param more what else there is to say, or empty
   * @return the entry
   */
  public Change.Append entry(FeeSide side, AuditEvent event, String more) {
    OrderRow order = side.order();
    return new Change.Append(
        new AuditEntry(
            now,
            event,
            order.contract().bank(),
            Optional.of(order.contract().contract()),
            Optional.empty(),
            Optional.of(order.device()),
            request,
            Optional.of(actor),
            Optional.empty(),
            Optional.empty(),
            mark + side.words() + side.posting().map(FeeJournal::words).orElse("") + more));
  }

  private static String words(Posting posting) {
    return part(", business date ", posting.businessDate().map(LocalDate::toString))
        + part(", booking ", posting.booking())
        + part(", not booked: ", posting.notBooked().map(Enum::name));
  }

  private static String part(String before, Optional<String> words) {
    return words.map(before::concat).orElse("");
  }

  private static AuditEvent event(Posting posting) {
    return switch (posting.state()) {
      case QUEUED -> AuditEvent.FEE_QUEUED;
      case REQUESTED -> AuditEvent.FEE_REQUESTED;
      case UNKNOWN -> AuditEvent.FEE_UNKNOWN;
      case OPERATOR -> AuditEvent.FEE_TO_OPERATOR;
      case BOOKED -> AuditEvent.FEE_BOOKED;
      case NOT_BOOKED -> AuditEvent.FEE_NOT_BOOKED;
      case DROPPED -> AuditEvent.FEE_DROPPED;
    };
  }
}
