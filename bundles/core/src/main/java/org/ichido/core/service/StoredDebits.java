package org.ichido.core.service;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ichido.api.BankId;
import org.ichido.api.BankNotServed;
import org.ichido.api.Health;
import org.ichido.api.HealthSource;
import org.ichido.api.order.OrderNumber;
import org.ichido.api.order.OrderQuery;
import org.ichido.api.order.PostingState;
import org.ichido.core.fee.AnsweredWork;
import org.ichido.core.fee.DueWork;
import org.ichido.core.fee.FeeSide;
import org.ichido.core.fee.OpenDateWork;
import org.ichido.core.fee.PostingMachine;
import org.ichido.core.fee.SentWork;
import org.ichido.core.profile.BankProfiles;
import org.ichido.core.profile.HardTokenPolicy;
import org.ichido.spi.store.OrderRow;
import org.ichido.spi.store.Posting;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.TokenStore;
import org.ichido.spi.transport.DebitMessage;
import org.ichido.spi.transport.DebitMessage.Subject;
import org.ichido.spi.transport.DebitReply;
import org.ichido.spi.transport.Debits;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Debits and refunds as the store keeps them, each order in a unit of work of its own: what is
 * wrong with one holds up no other.
 */
@Component(service = {Debits.class, HealthSource.class})
public final class StoredDebits implements Debits, HealthSource {
  private static final Logger LOG = LoggerFactory.getLogger(StoredDebits.class);

  /** As many numbers as a line of the status shows. */
  private static final int SHOWN = 10;

  private final CurrentServices services;
  private final BankProfiles profiles;
  private final Briefly<List<Health>> asked = new Briefly<>("ichido-core debits open", this::told);

  /** For Declarative Services. */
  @Activate
  public StoredDebits(@Reference CurrentServices services, @Reference BankProfiles profiles) {
    this.services = services;
    this.profiles = profiles;
  }

  @Override
  public List<DebitMessage> due(BankId bank, int atMost) {
    Optional<HardTokenPolicy> policy = profiles.of(bank).hardTokens();
    if (policy.isEmpty()) {
      return List.of();
    }
    PostingMachine machine = new PostingMachine(policy.get());
    TokenStore store = services.store();
    Clock clock = services.clock();
    List<DebitMessage> messages = new ArrayList<>();
    for (OrderNumber number : numbers(store, clock, bank, atMost)) {
      DueWork.Due due =
          store.transact(new DueWork(new Reads.Ordered(bank, number), machine, clock));
      messages.addAll(due.messages());
      due.left()
          .forEach(
              words ->
                  LOG.error(
                      "ICH-CORE-032 Bank {}: {}: core banking has not answered the last inquiry;"
                          + " find out what became of it and say so by HFEE",
                      bank,
                      words));
    }
    return messages;
  }

  /** What waits for business comes first, since it waited longest, and only if business is open. */
  private static Set<OrderNumber> numbers(TokenStore store, Clock clock, BankId bank, int atMost) {
    List<OrderRow> rows = new ArrayList<>(store.feesQueued(bank, atMost));
    if (!rows.isEmpty() && store.transact(new OpenDateWork(bank)).isEmpty()) {
      rows.clear();
    }
    rows.addAll(store.feesDue(bank, clock.instant(), atMost));
    return rows.stream()
        .map(OrderRow::number)
        .limit(atMost)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  @Override
  public void sent(DebitMessage message) {
    HardTokenPolicy policy =
        profiles
            .of(message.bank())
            .hardTokens()
            .orElseThrow(
                () ->
                    new BankNotServed(
                        "bank "
                            + message.bank()
                            + ": hard.orders is no, but a debit is under way"));
    services.store().transact(new SentWork(message, new PostingMachine(policy), services.clock()));
  }

  @Override
  public Taken answered(DebitReply reply) {
    profiles.of(reply.bank());
    Taken taken = services.store().transact(new AnsweredWork(reply, services.clock()));
    if (taken == Taken.CONTRADICTS) {
      LOG.error(
          "ICH-CORE-033 Bank {}: {}: core banking contradicts what is known of it, which stands;"
              + " compare the audit and the books of the day",
          reply.bank(),
          FeeSide.words(reply.order(), reply.subject() == Subject.REFUND));
    }
    return taken;
  }

  /** Says nothing of a bank of which nothing is open, and nothing without a store. */
  @Override
  public List<Health> health() {
    return asked.ask().orElse(List.of());
  }

  private List<Health> told() {
    return profiles.banks().stream().flatMap(bank -> told(bank).stream()).toList();
  }

  private Optional<Health> told(BankId bank) {
    List<OrderRow> open =
        services.store().orders(new OrderQuery(bank, Optional.empty(), true, OrderQuery.MOST));
    if (open.isEmpty()) {
      return Optional.empty();
    }
    List<OrderRow> left = open.stream().filter(StoredDebits::isLeft).toList();
    List<String> lines = new ArrayList<>();
    lines.add("debit or refund not settled: " + open.size() + ", see ichido:fee-list");
    if (!left.isEmpty()) {
      lines.add(
          "%d of them wait for an operator to find out and say so by HFEE: %s%s"
              .formatted(
                  left.size(),
                  left.stream()
                      .limit(SHOWN)
                      .map(row -> row.number().toString())
                      .collect(Collectors.joining(", ")),
                  left.size() > SHOWN ? ", …" : ""));
    }
    boolean served = profiles.of(bank).hardTokens().isPresent();
    if (!served) {
      lines.add("nobody asks about them while hard.orders of the profile is no");
    }
    return Optional.of(
        new Health(
            "bank " + bank + ", fees",
            left.isEmpty() && served ? Health.Level.OK : Health.Level.WARN,
            lines));
  }

  private static boolean isLeft(OrderRow row) {
    return List.of(Subject.values()).stream()
        .flatMap(subject -> new FeeSide(row, subject).posting().stream())
        .map(Posting::state)
        .anyMatch(state -> state == PostingState.OPERATOR);
  }
}
