package org.ichido.core.fakes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ichido.api.order.OrderNumber;
import org.ichido.spi.transport.DebitMessage;
import org.ichido.spi.transport.DebitMessage.Subject;
import org.ichido.spi.transport.DebitReply;
import org.ichido.spi.transport.DebitReply.Result;

/**
 * Core banking's side of the fee: answers a repeated order number from memory, which is its
 * contract, or has none.
 */
public final class DebitCore {
  /** Something that was booked. */
  public record Booking(Subject subject, OrderNumber order, String number, int yen) {}

  private record Asked(Subject subject, OrderNumber order) {}

  public final List<Booking> booked = new ArrayList<>();

  /** Orders whose account has not enough money. */
  public final Set<OrderNumber> poor = new HashSet<>();

  public boolean forgets;
  private final Map<Asked, DebitReply> memory = new HashMap<>();

  /** Takes a request or an inquiry, and answers it. */
  public DebitReply take(DebitMessage message) {
    Asked asked = new Asked(message.subject(), message.order());
    Optional<DebitReply> known =
        forgets ? Optional.empty() : Optional.ofNullable(memory.get(asked));
    if (message.inquiry() > 0) {
      return known.orElseGet(() -> reply(message, Result.NEVER_SEEN, Optional.empty()));
    }
    DebitReply reply = known.orElseGet(() -> decided(message));
    memory.put(asked, reply);
    return reply;
  }

  private DebitReply decided(DebitMessage message) {
    if (message.subject() == Subject.DEBIT && poor.contains(message.order())) {
      return reply(message, Result.FUNDS, Optional.empty());
    }
    String number = "B%05d".formatted(booked.size() + 1);
    booked.add(new Booking(message.subject(), message.order(), number, message.yen()));
    return reply(message, Result.BOOKED, Optional.of(number));
  }

  private static DebitReply reply(DebitMessage message, Result result, Optional<String> number) {
    return new DebitReply(
        message.bank(), message.subject(), message.order(), result, number, message.yen());
  }

  /** Whether it ever booked that. */
  public boolean hasBooked(Subject subject, OrderNumber order) {
    return times(subject, order) > 0;
  }

  /** How often it booked that. */
  public long times(Subject subject, OrderNumber order) {
    return booked.stream()
        .filter(booking -> booking.subject() == subject && booking.order().equals(order))
        .count();
  }

  /** What customers have paid: debits less refunds. */
  public int net() {
    return booked.stream().mapToInt(b -> b.subject() == Subject.DEBIT ? b.yen() : -b.yen()).sum();
  }
}
