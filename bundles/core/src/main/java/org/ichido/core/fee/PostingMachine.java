package org.ichido.core.fee;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.ichido.api.order.NotBooked;
import org.ichido.api.order.PostingState;
import org.ichido.core.profile.HardTokenPolicy;
import org.ichido.spi.store.BusinessDay;
import org.ichido.spi.store.Posting;
import org.ichido.spi.transport.DebitMessage.Subject;
import org.ichido.spi.transport.DebitReply;
import org.ichido.spi.transport.Debits.Taken;

/**
 * How a debit or a refund goes on, from what stands and what happens to what stands then (S4-29).
 * Pure.
 *
 * <p>REQUESTED has three ages, told by two instants. Without {@code firstSent} it was never given
 * out. With a {@code next} that is not after it, the request may have left, and is to leave again
 * in the same words. With a {@code next} after it, the queue has it and the answer is awaited.
 *
 * @param policy how long an answer is waited for
 */
public record PostingMachine(HardTokenPolicy policy) {
  /**
   * Something that is to be sent.
   *
   * @param inquiry 0 for the request itself, or the number of the inquiry
   * @param again whether the request may have left before
   */
  record Sending(int inquiry, boolean again) {}

  /**
   * What comes of a moment.
   *
   * @param posting how it stands from then on
   * @param sending what is to be sent
   */
  record Turn(Posting posting, Optional<Sending> sending) {}

  /**
   * What comes of a reply.
   *
   * @param posting how it stands from then on
   * @param taken what became of the reply
   */
  record Answered(Posting posting, Taken taken) {}

  /**
   * @param day the business day that core banking told last
   * @param now the present time
   * @return one that begins: asked for at once if business is open, else QUEUED
   */
  public static Posting begun(Optional<BusinessDay> day, Instant now) {
    return open(day).map(date -> Posting.requested(date, now)).orElse(Posting.QUEUED);
  }

  /**
   * @param day the business day that core banking told last
   * @return its date, if it is open
   */
  static Optional<LocalDate> open(Optional<BusinessDay> day) {
    return day.filter(known -> known.closed().isEmpty()).map(BusinessDay::date);
  }

  /** What time alone does. */
  Turn due(Posting posting, Optional<BusinessDay> day, Instant now) {
    boolean due = posting.next().filter(at -> !at.isAfter(now)).isPresent();
    return switch (posting.state()) {
      case QUEUED -> open(day).isPresent() ? given(begun(day, now), now) : unmoved(posting);
      case REQUESTED -> {
        if (!due) {
          yield unmoved(posting);
        }
        yield isSent(posting) ? inquired(posting) : asked(posting, day, now);
      }
      case UNKNOWN -> due ? inquired(posting) : unmoved(posting);
      case OPERATOR, BOOKED, NOT_BOOKED, DROPPED -> unmoved(posting);
    };
  }

  private static Turn unmoved(Posting posting) {
    return new Turn(posting, Optional.empty());
  }

  /** What nobody saw of us yet waits for the next business date once its own is closed. */
  private static Turn asked(Posting posting, Optional<BusinessDay> day, Instant now) {
    if (posting.firstSent().isPresent() || open(day).equals(posting.businessDate())) {
      return given(posting, now);
    }
    Posting anew = begun(day, now);
    return anew.state() == PostingState.QUEUED ? unmoved(anew) : given(anew, now);
  }

  /** From now on, on the disk before anybody has it, it may have left. */
  private static Turn given(Posting posting, Instant now) {
    boolean again = posting.firstSent().isPresent();
    Posting marked = again ? posting : unanswered(posting, PostingState.REQUESTED, now, 0, now);
    return new Turn(marked, Optional.of(new Sending(0, again)));
  }

  private Turn inquired(Posting posting) {
    if (posting.inquiries() >= policy.inquireAfter().size()) {
      return unmoved(toOperator(posting, Optional.empty()));
    }
    return new Turn(
        in(posting, PostingState.UNKNOWN),
        Optional.of(new Sending(posting.inquiries() + 1, false)));
  }

  private static boolean isSent(Posting posting) {
    return posting
        .firstSent()
        .filter(sent -> posting.next().filter(next -> next.isAfter(sent)).isPresent())
        .isPresent();
  }

  /** The queue has it: the time for the answer runs from now on. */
  Posting sent(Posting posting, int inquiry, Instant now) {
    if (inquiry == 0 && posting.state() == PostingState.REQUESTED && !isSent(posting)) {
      int inquiries = posting.inquiries();
      Instant next = after(inquiries, now, now);
      return unanswered(posting, PostingState.REQUESTED, now, inquiries, next);
    }
    if (posting.state() == PostingState.UNKNOWN && inquiry == posting.inquiries() + 1) {
      Instant first = posting.firstSent().orElse(now);
      return unanswered(posting, PostingState.UNKNOWN, first, inquiry, after(inquiry, first, now));
    }
    return posting;
  }

  /** The next inquiry as planned; but after an outage each still has time for its answer. */
  private Instant after(int inquiry, Instant first, Instant now) {
    if (inquiry >= policy.inquireAfter().size()) {
      return now.plus(policy.giveUpAfter());
    }
    Instant planned = first.plus(policy.inquireAfter().get(inquiry));
    Instant soonest = now.plus(policy.inquireAfter().get(0));
    return planned.isAfter(soonest) ? planned : soonest;
  }

  /**
   * What core banking says.
   *
   * @param posting how it stands
   * @param reply what it says
   * @param yen what was asked for
   * @param now the present time
   */
  static Answered answered(Posting posting, DebitReply reply, int yen, Instant now) {
    PostingState state = posting.state();
    if (state == PostingState.QUEUED) {
      return new Answered(posting, Taken.NOT_OURS);
    }
    boolean awaited = state.open() && posting.notBooked().isEmpty();
    if (reply.result() == DebitReply.Result.NEVER_SEEN) {
      // Where no inquiry is out it is an old one; asked for again it might be booked again.
      return awaited && state != PostingState.REQUESTED
          ? new Answered(askedAnew(posting, now), Taken.TAKEN)
          : new Answered(posting, Taken.KNOWN);
    }
    boolean booked = reply.booking().isPresent();
    if (state == PostingState.DROPPED || (booked && reply.yen() != yen)) {
      return new Answered(posting, Taken.CONTRADICTS);
    }
    if (awaited) {
      return new Answered(settled(posting, reply), Taken.TAKEN);
    }
    boolean sameBooking =
        posting.booking().isEmpty() || posting.booking().equals(reply.booking()) || !booked;
    if (booked != (state == PostingState.BOOKED) || !sameBooking) {
      return new Answered(posting, Taken.CONTRADICTS);
    }
    return new Answered(booked ? settled(posting, reply) : posting, Taken.KNOWN);
  }

  /**
   * The inquiries go on counting: what core banking never sees, however often it is sent, comes to
   * an operator as well. One that was answered before it was noted that the queue has it, counts.
   */
  private static Posting askedAnew(Posting posting, Instant now) {
    boolean oneIsOut =
        posting.state() == PostingState.UNKNOWN
            && posting.next().filter(at -> !at.isAfter(now)).isPresent();
    int inquiries = posting.inquiries() + (oneIsOut ? 1 : 0);
    return unanswered(posting, PostingState.REQUESTED, now, inquiries, now);
  }

  /** A refund that is not booked is still owed, so a person has to pay it in another way. */
  private static Posting settled(Posting posting, DebitReply reply) {
    return switch (reply.result()) {
      case BOOKED -> over(posting, PostingState.BOOKED, reply.booking(), Optional.empty());
      case FUNDS -> notBooked(posting, reply.subject(), NotBooked.FUNDS);
      case ACCOUNT -> notBooked(posting, reply.subject(), NotBooked.ACCOUNT);
      case OTHER -> notBooked(posting, reply.subject(), NotBooked.OTHER);
      case NEVER_SEEN -> posting;
    };
  }

  private static Posting notBooked(Posting posting, Subject subject, NotBooked why) {
    return subject == Subject.REFUND
        ? toOperator(posting, Optional.of(why))
        : over(posting, PostingState.NOT_BOOKED, Optional.empty(), Optional.of(why));
  }

  /**
   * @param posting how it stands
   * @param booked whether core banking booked it, as an operator found out
   * @return how it stands then; empty if it is not left to an operator
   */
  public static Optional<Posting> found(Posting posting, boolean booked) {
    if (posting.state() != PostingState.OPERATOR) {
      return Optional.empty();
    }
    return Optional.of(
        booked
            ? over(posting, PostingState.BOOKED, Optional.empty(), Optional.empty())
            : over(
                posting,
                PostingState.NOT_BOOKED,
                Optional.empty(),
                Optional.of(posting.notBooked().orElse(NotBooked.OTHER))));
  }

  /**
   * @param posting one that is QUEUED
   * @return one that nobody is ever asked for
   */
  public static Posting dropped(Posting posting) {
    return in(posting, PostingState.DROPPED);
  }

  private static Posting toOperator(Posting posting, Optional<NotBooked> why) {
    return over(posting, PostingState.OPERATOR, Optional.empty(), why);
  }

  private static Posting in(Posting posting, PostingState state) {
    return new Posting(
        state,
        posting.businessDate(),
        posting.firstSent(),
        posting.inquiries(),
        posting.next(),
        posting.booking(),
        posting.notBooked());
  }

  private static Posting unanswered(
      Posting posting, PostingState state, Instant sent, int inquiries, Instant next) {
    return new Posting(
        state,
        posting.businessDate(),
        Optional.of(sent),
        inquiries,
        Optional.of(next),
        Optional.empty(),
        Optional.empty());
  }

  /** Nothing is to be sent any more. */
  private static Posting over(
      Posting posting, PostingState state, Optional<String> booking, Optional<NotBooked> why) {
    return new Posting(
        state,
        posting.businessDate(),
        posting.firstSent(),
        posting.inquiries(),
        Optional.empty(),
        booking,
        why);
  }
}
