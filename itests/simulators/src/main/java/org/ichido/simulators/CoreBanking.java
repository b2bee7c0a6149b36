package org.ichido.simulators;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ichido.testkit.host.HostRecord;

/**
 * Core banking: it keeps accounts and books, and answers a repeated order number from memory, so
 * that asking twice takes the money once. A script makes it refuse, be slow or silent, or forget.
 * It outlives the queues it is asked by ({@link DebitQueue}). Thread-safe.
 */
public final class CoreBanking {
  private record Known(Subject subject, int order) {}

  private final Map<Account, Long> balances = new HashMap<>();
  private final List<Booking> books = new ArrayList<>();
  private final Map<Known, Answer> memory = new HashMap<>();
  private final Map<Integer, List<HostRecord>> held = new HashMap<>();
  private final Map<Integer, Manner> manners = new HashMap<>();
  private final Set<Integer> refused = new HashSet<>();
  private Manner usual = Manner.AT_ONCE;
  private boolean memoryOn = true;

  /**
   * @param account a new account
   * @param yen what is in it
   * @return this
   */
  public synchronized CoreBanking open(Account account, long yen) {
    balances.put(account, yen);
    return this;
  }

  /**
   * @param account is closed from now on; requests for it are answered {@link Result#ACCOUNT}
   */
  public synchronized void close(Account account) {
    balances.remove(account);
  }

  /**
   * @param order is answered {@link Result#OTHER}, whatever the account
   */
  public synchronized void refuse(int order) {
    refused.add(order);
  }

  /**
   * @param manner how it answers all orders of which nothing else was said
   */
  public synchronized void answers(Manner manner) {
    usual = manner;
  }

  /**
   * @param order an order
   * @param manner how it answers what it is asked about that one, from now on
   */
  public synchronized void answers(int order, Manner manner) {
    manners.put(order, manner);
  }

  /** It forgets the order numbers that it was asked about, once; the books stay. */
  public synchronized void forget() {
    memory.clear();
  }

  /**
   * @param on whether it remembers order numbers from now on, as its interface promises
   */
  public synchronized void memory(boolean on) {
    memoryOn = on;
    memory.clear();
  }

  /**
   * @return what it booked, in order
   */
  public synchronized List<Booking> books() {
    return List.copyOf(books);
  }

  /**
   * @param account an account that is open
   * @return what is in it
   */
  public synchronized long balance(Account account) {
    Long yen = balances.get(account);
    if (yen == null) {
      throw new IllegalArgumentException("no account " + account);
    }
    return yen;
  }

  /**
   * @param businessDate a day
   * @return what it booked on that day
   */
  public synchronized DayBooks day(LocalDate businessDate) {
    return new DayBooks(
        of(businessDate, Subject.DEBIT).size(),
        of(businessDate, Subject.DEBIT).stream().mapToLong(Booking::yen).sum(),
        of(businessDate, Subject.REFUND).size(),
        of(businessDate, Subject.REFUND).stream().mapToLong(Booking::yen).sum());
  }

  private List<Booking> of(LocalDate businessDate, Subject subject) {
    return books.stream()
        .filter(booking -> booking.businessDate().equals(businessDate))
        .filter(booking -> booking.subject() == subject)
        .toList();
  }

  /** Does what it is asked, unless it remembers that it did. */
  synchronized Answer judge(Asked asked) {
    Known known = new Known(asked.subject(), asked.order());
    Answer before = memory.get(known);
    if (before != null) {
      return before;
    }
    if (asked.inquiry()) {
      return answer(asked, Result.NEVER_SEEN, "");
    }
    Answer answer = act(asked);
    if (memoryOn) {
      memory.put(known, answer);
    }
    return answer;
  }

  private Answer act(Asked asked) {
    Long balance = balances.get(asked.account());
    if (refused.contains(asked.order())) {
      return answer(asked, Result.OTHER, "");
    }
    if (balance == null) {
      return answer(asked, Result.ACCOUNT, "");
    }
    long after = balance + (asked.subject() == Subject.DEBIT ? -asked.yen() : asked.yen());
    if (after < 0) {
      return answer(asked, Result.FUNDS, "");
    }
    balances.put(asked.account(), after);
    String number = "B%08d".formatted(books.size() + 1);
    books.add(
        new Booking(
            number,
            asked.subject(),
            asked.order(),
            asked.account(),
            asked.yen(),
            asked.businessDate()));
    return answer(asked, Result.BOOKED, number);
  }

  private static Answer answer(Asked asked, Result result, String booking) {
    return new Answer(asked.subject(), asked.order(), result, booking, asked.yen());
  }

  synchronized Manner manner(int order) {
    return manners.getOrDefault(order, usual);
  }

  synchronized void hold(int order, HostRecord answer) {
    held.computeIfAbsent(order, none -> new ArrayList<>()).add(answer);
  }

  /** What was held for that order, which is no longer held. */
  synchronized List<HostRecord> release(int order) {
    List<HostRecord> answers = held.remove(order);
    return answers == null ? List.of() : answers;
  }
}
