package org.ichido.core.fee;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ichido.api.BankId;
import org.ichido.api.order.NotBooked;
import org.ichido.api.order.OrderKind;
import org.ichido.api.order.OrderNumber;
import org.ichido.api.order.PostingState;
import org.ichido.core.profile.HardTokenPolicy;
import org.ichido.evidence.Requirement;
import org.ichido.spi.store.BusinessDay;
import org.ichido.spi.store.Posting;
import org.ichido.spi.transport.DebitMessage.Subject;
import org.ichido.spi.transport.DebitReply;
import org.ichido.spi.transport.DebitReply.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every place of a posting and everything that can happen to it. The places: NEW was never given
 * out, GIVEN may have left, ASKED is with the queue, UNKNOWN1 has one inquiry out, REFUSED is a
 * refund that core banking would not book, FOUND is booked by the word of an operator alone.
 */
class PostingMachineTest {
  private static final BankId BANK = new BankId("kinsan");
  private static final Instant SENT = Instant.parse("2026-11-20T06:00:00Z");

  /** Later than whatever is next. */
  private static final Instant NOW = SENT.plus(Duration.ofHours(1));

  private static final LocalDate DATE = LocalDate.of(2026, 11, 20);
  private static final LocalDate NEXT = LocalDate.of(2026, 11, 24);

  private static final PostingMachine MACHINE =
      new PostingMachine(
          new HardTokenPolicy(
              30,
              Set.of(OrderKind.FIRST),
              false,
              Map.of(),
              Map.of(OrderKind.ADD, 2200),
              10,
              "OTPHT",
              List.of(Duration.ofSeconds(60), Duration.ofMinutes(5), Duration.ofMinutes(30)),
              Duration.ofMinutes(5)));

  private static Posting posting(
      PostingState state, Optional<Instant> sent, int inquiries, Optional<Instant> next) {
    return new Posting(
        state, Optional.of(DATE), sent, inquiries, next, Optional.empty(), Optional.empty());
  }

  private static Posting over(PostingState state, Optional<String> booking, NotBooked... why) {
    return new Posting(
        state,
        state == PostingState.DROPPED ? Optional.empty() : Optional.of(DATE),
        state == PostingState.DROPPED ? Optional.empty() : Optional.of(SENT),
        0,
        Optional.empty(),
        booking,
        why.length == 0 ? Optional.empty() : Optional.of(why[0]));
  }

  private static Posting at(String place) {
    Optional<Instant> sent = Optional.of(SENT);
    return switch (place) {
      case "QUEUED" -> Posting.QUEUED;
      case "NEW" -> Posting.requested(DATE, SENT);
      case "GIVEN" -> posting(PostingState.REQUESTED, sent, 0, sent);
      case "ASKED" -> posting(PostingState.REQUESTED, sent, 0, after(Duration.ofSeconds(60)));
      case "UNKNOWN0" -> posting(PostingState.UNKNOWN, sent, 0, after(Duration.ofSeconds(60)));
      case "UNKNOWN1" -> posting(PostingState.UNKNOWN, sent, 1, after(Duration.ofMinutes(5)));
      case "UNKNOWN2" -> posting(PostingState.UNKNOWN, sent, 2, after(Duration.ofMinutes(30)));
      case "UNKNOWN3" -> posting(PostingState.UNKNOWN, sent, 3, after(Duration.ofMinutes(35)));
      case "OPERATOR" -> posting(PostingState.OPERATOR, sent, 3, Optional.empty());
      case "REFUSED" -> over(PostingState.OPERATOR, Optional.empty(), NotBooked.ACCOUNT);
      case "BOOKED" -> over(PostingState.BOOKED, Optional.of("B1"));
      case "FOUND" -> over(PostingState.BOOKED, Optional.empty());
      case "NOT_BOOKED" -> over(PostingState.NOT_BOOKED, Optional.empty(), NotBooked.FUNDS);
      case "DROPPED" -> over(PostingState.DROPPED, Optional.empty());
      default -> throw new IllegalArgumentException(place);
    };
  }

  private static Optional<Instant> after(Duration time) {
    return Optional.of(SENT.plus(time));
  }

  /** The place that a posting has; with its date if that is another one. */
  private static String place(Posting posting) {
    String place =
        switch (posting.state()) {
          case REQUESTED -> requested(posting);
          case UNKNOWN -> "UNKNOWN" + posting.inquiries();
          case OPERATOR -> posting.notBooked().isPresent() ? "REFUSED" : "OPERATOR";
          case BOOKED -> posting.booking().map(number -> "BOOKED").orElse("FOUND");
          case QUEUED, NOT_BOOKED, DROPPED -> posting.state().name();
        };
    return place + (posting.businessDate().equals(Optional.of(NEXT)) ? " next" : "");
  }

  private static String requested(Posting posting) {
    if (posting.firstSent().isEmpty()) {
      return "NEW";
    }
    return posting.next().orElseThrow().isAfter(posting.firstSent().get()) ? "ASKED" : "GIVEN";
  }

  private static String due(String place, Optional<LocalDate> open) {
    BusinessDay closed = new BusinessDay(BANK, DATE, SENT, Optional.of(SENT));
    BusinessDay day =
        open.map(date -> new BusinessDay(BANK, date, SENT, Optional.empty())).orElse(closed);
    PostingMachine.Turn turn = MACHINE.due(at(place), Optional.of(day), NOW);
    return place(turn.posting())
        + turn.sending()
            .map(
                sending ->
                    sending.inquiry() == 0
                        ? sending.again() ? " again" : " first"
                        : " inquiry " + sending.inquiry())
            .orElse("");
  }

  /** The date of the posting is open; its day is over; the next business date is open. */
  @ParameterizedTest
  @Requirement("S4-29")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          QUEUED     | GIVEN first        | QUEUED             | GIVEN next first
          NEW        | GIVEN first        | QUEUED             | GIVEN next first
          GIVEN      | GIVEN again        | GIVEN again        | GIVEN again
          ASKED      | UNKNOWN0 inquiry 1 | UNKNOWN0 inquiry 1 | UNKNOWN0 inquiry 1
          UNKNOWN0   | UNKNOWN0 inquiry 1 | UNKNOWN0 inquiry 1 | UNKNOWN0 inquiry 1
          UNKNOWN1   | UNKNOWN1 inquiry 2 | UNKNOWN1 inquiry 2 | UNKNOWN1 inquiry 2
          UNKNOWN2   | UNKNOWN2 inquiry 3 | UNKNOWN2 inquiry 3 | UNKNOWN2 inquiry 3
          UNKNOWN3   | OPERATOR           | OPERATOR           | OPERATOR
          OPERATOR   | OPERATOR           | OPERATOR           | OPERATOR
          REFUSED    | REFUSED            | REFUSED            | REFUSED
          BOOKED     | BOOKED             | BOOKED             | BOOKED
          FOUND      | FOUND              | FOUND              | FOUND
          NOT_BOOKED | NOT_BOOKED         | NOT_BOOKED         | NOT_BOOKED
          DROPPED    | DROPPED            | DROPPED            | DROPPED
          """)
  void whatTimeAloneDoes(String place, String open, String closed, String next) {
    assertThat(due(place, Optional.of(DATE))).isEqualTo(open);
    assertThat(due(place, Optional.empty())).isEqualTo(closed);
    assertThat(due(place, Optional.of(NEXT))).isEqualTo(next);
  }

  /** The queue has the request, the first inquiry, the second, the third. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          QUEUED     | QUEUED     | QUEUED     | QUEUED     | QUEUED
          NEW        | ASKED      | NEW        | NEW        | NEW
          GIVEN      | ASKED      | GIVEN      | GIVEN      | GIVEN
          ASKED      | ASKED      | ASKED      | ASKED      | ASKED
          UNKNOWN0   | UNKNOWN0   | UNKNOWN1   | UNKNOWN0   | UNKNOWN0
          UNKNOWN1   | UNKNOWN1   | UNKNOWN1   | UNKNOWN2   | UNKNOWN1
          UNKNOWN2   | UNKNOWN2   | UNKNOWN2   | UNKNOWN2   | UNKNOWN3
          UNKNOWN3   | UNKNOWN3   | UNKNOWN3   | UNKNOWN3   | UNKNOWN3
          OPERATOR   | OPERATOR   | OPERATOR   | OPERATOR   | OPERATOR
          REFUSED    | REFUSED    | REFUSED    | REFUSED    | REFUSED
          BOOKED     | BOOKED     | BOOKED     | BOOKED     | BOOKED
          FOUND      | FOUND      | FOUND      | FOUND      | FOUND
          NOT_BOOKED | NOT_BOOKED | NOT_BOOKED | NOT_BOOKED | NOT_BOOKED
          DROPPED    | DROPPED    | DROPPED    | DROPPED    | DROPPED
          """)
  void whatTheQueueHas(String place, String request, String first, String second, String third) {
    List<String> expected = List.of(request, first, second, third);
    for (int inquiry = 0; inquiry < expected.size(); inquiry++) {
      assertThat(place(MACHINE.sent(at(place), inquiry, NOW))).isEqualTo(expected.get(inquiry));
    }
  }

  private static String answered(
      String place, Subject subject, Result result, int yen, String number) {
    DebitReply reply =
        new DebitReply(
            BANK,
            subject,
            new OrderNumber(1),
            result,
            result == Result.BOOKED ? Optional.of(number) : Optional.empty(),
            yen);
    PostingMachine.Answered answered = PostingMachine.answered(at(place), reply, 2200, NOW);
    return place(answered.posting()) + " " + answered.taken();
  }

  /** Booked as B1; booked as B2; booked as B1 with another amount; no funds; never seen. */
  @ParameterizedTest
  @Requirement("S4-29")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          QUEUED     | QUEUED NOT_OURS        | QUEUED NOT_OURS        | QUEUED NOT_OURS        | QUEUED NOT_OURS     | QUEUED NOT_OURS
          NEW        | BOOKED TAKEN           | BOOKED TAKEN           | NEW CONTRADICTS        | NOT_BOOKED TAKEN    | NEW KNOWN
          GIVEN      | BOOKED TAKEN           | BOOKED TAKEN           | GIVEN CONTRADICTS      | NOT_BOOKED TAKEN    | GIVEN KNOWN
          ASKED      | BOOKED TAKEN           | BOOKED TAKEN           | ASKED CONTRADICTS      | NOT_BOOKED TAKEN    | ASKED KNOWN
          UNKNOWN0   | BOOKED TAKEN           | BOOKED TAKEN           | UNKNOWN0 CONTRADICTS   | NOT_BOOKED TAKEN    | GIVEN TAKEN
          UNKNOWN1   | BOOKED TAKEN           | BOOKED TAKEN           | UNKNOWN1 CONTRADICTS   | NOT_BOOKED TAKEN    | GIVEN TAKEN
          UNKNOWN2   | BOOKED TAKEN           | BOOKED TAKEN           | UNKNOWN2 CONTRADICTS   | NOT_BOOKED TAKEN    | GIVEN TAKEN
          UNKNOWN3   | BOOKED TAKEN           | BOOKED TAKEN           | UNKNOWN3 CONTRADICTS   | NOT_BOOKED TAKEN    | GIVEN TAKEN
          OPERATOR   | BOOKED TAKEN           | BOOKED TAKEN           | OPERATOR CONTRADICTS   | NOT_BOOKED TAKEN    | GIVEN TAKEN
          REFUSED    | REFUSED CONTRADICTS    | REFUSED CONTRADICTS    | REFUSED CONTRADICTS    | REFUSED KNOWN       | REFUSED KNOWN
          BOOKED     | BOOKED KNOWN           | BOOKED CONTRADICTS     | BOOKED CONTRADICTS     | BOOKED CONTRADICTS  | BOOKED KNOWN
          FOUND      | BOOKED KNOWN           | BOOKED KNOWN           | FOUND CONTRADICTS      | FOUND CONTRADICTS   | FOUND KNOWN
          NOT_BOOKED | NOT_BOOKED CONTRADICTS | NOT_BOOKED CONTRADICTS | NOT_BOOKED CONTRADICTS | NOT_BOOKED KNOWN    | NOT_BOOKED KNOWN
          DROPPED    | DROPPED CONTRADICTS    | DROPPED CONTRADICTS    | DROPPED CONTRADICTS    | DROPPED CONTRADICTS | DROPPED KNOWN
          """)
  void whatCoreBankingSays(
      String place, String booked, String other, String amount, String funds, String never) {
    Subject debit = Subject.DEBIT;
    assertThat(answered(place, debit, Result.BOOKED, 2200, "B1")).isEqualTo(booked);
    assertThat(answered(place, debit, Result.BOOKED, 2200, "B2")).isEqualTo(other);
    assertThat(answered(place, debit, Result.BOOKED, 2201, "B1")).isEqualTo(amount);
    assertThat(answered(place, debit, Result.FUNDS, 0, "")).isEqualTo(funds);
    assertThat(answered(place, debit, Result.NEVER_SEEN, 0, "")).isEqualTo(never);
  }

  @ParameterizedTest
  @CsvSource({"FUNDS, FUNDS", "ACCOUNT, ACCOUNT", "OTHER, OTHER"})
  void whyItWasNotBookedIsKept(Result said, NotBooked kept) {
    DebitReply reply =
        new DebitReply(BANK, Subject.DEBIT, new OrderNumber(1), said, Optional.empty(), 2200);

    Posting posting = PostingMachine.answered(at("ASKED"), reply, 2200, NOW).posting();

    assertThat(posting.state()).isEqualTo(PostingState.NOT_BOOKED);
    assertThat(posting.notBooked()).contains(kept);
    assertThat(posting.next()).isEmpty();
  }

  @Test
  void aRefundThatIsNotBookedIsStillOwedAndLeftToAnOperator() {
    assertThat(answered("ASKED", Subject.REFUND, Result.ACCOUNT, 2200, ""))
        .isEqualTo("REFUSED TAKEN");
    assertThat(answered("ASKED", Subject.REFUND, Result.BOOKED, 2200, "B1"))
        .isEqualTo("BOOKED TAKEN");
  }

  /** An operator says that it was booked, or that it was not. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          OPERATOR | FOUND | NOT_BOOKED
          REFUSED  | FOUND | NOT_BOOKED
          """)
  void whatAnOperatorFinds(String place, String booked, String not) {
    assertThat(PostingMachine.found(at(place), true).map(PostingMachineTest::place))
        .contains(booked);
    assertThat(PostingMachine.found(at(place), false).map(PostingMachineTest::place)).contains(not);
  }

  @ParameterizedTest
  @CsvSource({
    "QUEUED",
    "NEW",
    "GIVEN",
    "ASKED",
    "UNKNOWN0",
    "UNKNOWN3",
    "BOOKED",
    "FOUND",
    "NOT_BOOKED",
    "DROPPED"
  })
  void whatWasNotLeftToAnOperatorHeDoesNotDecide(String place) {
    assertThat(PostingMachine.found(at(place), true)).isEmpty();
    assertThat(PostingMachine.found(at(place), false)).isEmpty();
  }

  @Test
  void inquiriesKeepTheirPlanFromTheRequestOn() {
    assertThat(MACHINE.sent(at("GIVEN"), 0, SENT).next()).isEqualTo(after(Duration.ofSeconds(60)));
    assertThat(MACHINE.sent(at("UNKNOWN0"), 1, SENT.plusSeconds(61)).next())
        .isEqualTo(after(Duration.ofMinutes(5)));
    assertThat(MACHINE.sent(at("UNKNOWN1"), 2, SENT.plusSeconds(301)).next())
        .isEqualTo(after(Duration.ofMinutes(30)));
    assertThat(MACHINE.sent(at("UNKNOWN2"), 3, SENT.plusSeconds(1801)).next())
        .isEqualTo(after(Duration.ofSeconds(1801 + 300)));
  }

  @Test
  void afterAnOutageEachInquiryStillHasTimeForItsAnswer() {
    assertThat(MACHINE.sent(at("UNKNOWN0"), 1, NOW).next()).contains(NOW.plusSeconds(60));
    assertThat(MACHINE.sent(at("UNKNOWN1"), 2, NOW).next()).contains(NOW.plusSeconds(60));
    assertThat(MACHINE.sent(at("UNKNOWN2"), 3, NOW).next()).contains(NOW.plusSeconds(300));
  }

  @Test
  void aPostingBeginsAtOnceWhileBusinessIsOpenAndElseWaits() {
    BusinessDay open = new BusinessDay(BANK, DATE, SENT, Optional.empty());
    BusinessDay closed = new BusinessDay(BANK, DATE, SENT, Optional.of(SENT));

    assertThat(place(PostingMachine.begun(Optional.of(open), NOW))).isEqualTo("NEW");
    assertThat(place(PostingMachine.begun(Optional.of(closed), NOW))).isEqualTo("QUEUED");
    assertThat(place(PostingMachine.begun(Optional.empty(), NOW))).isEqualTo("QUEUED");
  }
}
