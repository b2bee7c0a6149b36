package org.ichido.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.apache.karaf.shell.support.CommandException;
import org.ichido.api.Actor;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.act.Outcome;
import org.ichido.api.contract.ContractKey;
import org.ichido.api.order.Books;
import org.ichido.api.order.BooksDifference;
import org.ichido.api.order.BooksOutcome;
import org.ichido.api.order.BooksRequest;
import org.ichido.api.order.HardTokenRequest;
import org.ichido.api.order.HardTokens;
import org.ichido.api.order.NotBooked;
import org.ichido.api.order.OrderKind;
import org.ichido.api.order.OrderNumber;
import org.ichido.api.order.OrderQuery;
import org.ichido.api.order.OrderState;
import org.ichido.api.order.OrderView;
import org.ichido.api.order.PostingState;
import org.ichido.api.order.PostingView;
import org.ichido.api.stock.TokenSerial;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;

/** Orders of hard tokens and what they cost, as administrators see them (S4-29). */
class FeeCommandsTest {
  private static final BankId KINSAN = new BankId("kinsan");
  private static final LocalDate DAY = LocalDate.of(2026, 4, 3);

  /** 2026-04-03 00:30 in Japan, still the day before in UTC. */
  private static final Instant PLACED = Instant.parse("2026-04-02T15:30:00Z");

  private final Terminalless session = new Terminalless();
  private final FakeCore core = new FakeCore();
  private final OrderList orders = new OrderList();
  private final FeeList fees = new FeeList();
  private final FeeReconcile reconcile = new FeeReconcile();

  /** Answers what it was told, and remembers what it was asked. */
  private static final class FakeCore implements HardTokens {
    private final List<Object> asked = new ArrayList<>();
    private List<OrderView> orders = List.of();
    private List<BooksDifference> differences = List.of();

    @Override
    public Outcome perform(HardTokenRequest request) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<OrderView> orders(OrderQuery query) {
      asked.add(query);
      return orders;
    }

    @Override
    public BooksOutcome reconcile(BooksRequest request) {
      asked.add(request);
      return new BooksOutcome(
          PLACED, new Books(1_203, 2_646_600, 1, 2_200), differences.isEmpty(), differences);
    }
  }

  private Instant asOf = PLACED.plus(Duration.ofMinutes(125));

  FeeCommandsTest() {
    orders.hardTokens = core;
    orders.bank = "kinsan";
    fees.hardTokens = core;
    fees.bank = "kinsan";
    reconcile.hardTokens = core;
    reconcile.random = RandomGenerator.of("L64X128MixRandom");
    reconcile.bank = "kinsan";
    reconcile.date = "2026-04-03";
  }

  private OrderView order(
      int number, OrderState state, Optional<PostingView> debit, Optional<PostingView> refund) {
    return new OrderView(
        new OrderNumber(number),
        new ContractKey(KINSAN, new ContractId("C0001")),
        "012",
        debit.isEmpty() ? OrderKind.FIRST : OrderKind.REISSUE_STOLEN,
        state,
        new TokenSerial("900-000000" + number),
        debit.map(of -> new TokenSerial("900-0000000")),
        PLACED,
        DAY.plusDays(7),
        Optional.empty(),
        debit.isEmpty() ? 0 : 2_200,
        debit,
        refund,
        asOf);
  }

  private OrderView order(int number, PostingView debit) {
    return order(number, OrderState.PLACED, Optional.of(debit), Optional.empty());
  }

  private static PostingView posting(PostingState state) {
    boolean sent = state != PostingState.QUEUED && state != PostingState.DROPPED;
    return new PostingView(
        state,
        sent ? Optional.of(DAY) : Optional.empty(),
        sent ? Optional.of(PLACED.plus(Duration.ofMinutes(90))) : Optional.empty(),
        state == PostingState.UNKNOWN ? 2 : 0,
        state == PostingState.BOOKED ? Optional.of("B-4711") : Optional.empty(),
        state == PostingState.NOT_BOOKED ? Optional.of(NotBooked.FUNDS) : Optional.empty());
  }

  @Test
  void ordersAreATableOrADocument() throws Exception {
    OrderView free = order(1, OrderState.SHIPPED, Optional.empty(), Optional.empty());
    OrderView refunded =
        order(
            2,
            OrderState.CANCELLED,
            Optional.of(posting(PostingState.BOOKED)),
            Optional.of(posting(PostingState.QUEUED)));
    core.orders = List.of(free, refunded);

    assertThat(session.run(orders))
        .isEqualTo(
            """
            ORDER     CONTRACT  KIND            STATE      SERIAL       PLACED      FEE
            00000001  C0001     FIRST           SHIPPED    900-0000001  2026-04-03  free
            00000002  C0001     REISSUE_STOLEN  CANCELLED  900-0000002  2026-04-03  2,200 yen BOOKED, refund
                                                                                    QUEUED
            """);
    assertThat(core.asked).containsExactly(new OrderQuery(KINSAN, Optional.empty(), false, 100));

    orders.json = true;
    orders.contract = "C0001";
    JSONObject second =
        new JSONObject(new Terminalless().run(orders)).getJSONArray("orders").getJSONObject(1);
    assertThat(second.toMap())
        .containsEntry("order", "00000002")
        .containsEntry("kind", "REISSUE_STOLEN")
        .containsEntry("replaces", "900-0000000")
        .containsEntry("placed", "2026-04-02T15:30:00Z")
        .containsEntry("expected", "2026-04-10")
        .containsEntry("yen", 2_200)
        .containsEntry("debit", "BOOKED")
        .containsEntry("refund", "QUEUED");
    assertThat(core.asked.get(1))
        .isEqualTo(new OrderQuery(KINSAN, Optional.of(new ContractId("C0001")), false, 100));
  }

  @Test
  void noOrdersAreSaidAndManyAreSaidToBeMore() throws Exception {
    assertThat(session.run(orders)).isEqualTo("No orders.\n");
    core.orders = List.of(order(1, posting(PostingState.QUEUED)));
    orders.limit = 1;
    assertThat(session.run(orders)).contains("There may be more than these 1: raise --limit");
    orders.limit = 10_001;
    assertThatThrownBy(() -> session.run(orders))
        .isInstanceOf(CommandException.class)
        .hasMessage("Not accepted: --limit: 1 to 10000, but got 10001.");
  }

  /** What an operator looks at in the morning. */
  @Test
  void unsettledFeesSayHowOldTheyAreAndWhatIsToBeDone() throws Exception {
    core.orders =
        List.of(
            order(1, posting(PostingState.QUEUED)),
            order(2, posting(PostingState.REQUESTED)),
            order(3, posting(PostingState.UNKNOWN)),
            order(4, posting(PostingState.OPERATOR)),
            order(5, posting(PostingState.NOT_BOOKED)),
            order(
                6,
                OrderState.CANCELLED,
                Optional.of(posting(PostingState.BOOKED)),
                Optional.of(posting(PostingState.NOT_BOOKED))));

    assertThat(session.run(fees))
        .isEqualTo(
            """
            ORDER     CONTRACT  WHAT    YEN    STATE       AGE     TO DO
            00000001  C0001     debit   2,200  QUEUED      2 h     wait: it is asked for when core banking opens
                                                                   business
            00000002  C0001     debit   2,200  REQUESTED   35 min  wait: core banking has not answered yet
            00000003  C0001     debit   2,200  UNKNOWN     35 min  wait: asked what became of it, inquiry 2
            00000004  C0001     debit   2,200  OPERATOR    35 min  find out at core banking whether it is
                                                                   booked; the branch then settles the fee with
                                                                   reason and paper
            00000005  C0001     debit   2,200  NOT_BOOKED  35 min  not enough money: the branch cancels the
                                                                   order, and places a new one if the customer
                                                                   pays
            00000006  C0001     refund  2,200  NOT_BOOKED  35 min  not enough money: the branch pays the
                                                                   customer back by other means
            """);
    assertThat(core.asked).containsExactly(new OrderQuery(KINSAN, Optional.empty(), true, 100));
  }

  @Test
  void allFeesHaveTheSettledOnesAmongThem() throws Exception {
    fees.all = true;
    asOf = PLACED.plus(Duration.ofDays(3));
    core.orders =
        List.of(
            order(1, posting(PostingState.BOOKED)),
            order(2, posting(PostingState.DROPPED)),
            order(3, OrderState.SHIPPED, Optional.empty(), Optional.empty()),
            order(
                4,
                OrderState.CANCELLED,
                Optional.of(posting(PostingState.NOT_BOOKED)),
                Optional.empty()));

    assertThat(session.run(fees))
        .isEqualTo(
            """
            ORDER     CONTRACT  WHAT   YEN    STATE       AGE  TO DO
            00000001  C0001     debit  2,200  BOOKED      2 d  nothing: booking B-4711
            00000002  C0001     debit  2,200  DROPPED     3 d  nothing
            00000004  C0001     debit  2,200  NOT_BOOKED  2 d  nothing
            """);
    assertThat(core.asked).containsExactly(new OrderQuery(KINSAN, Optional.empty(), false, 100));
  }

  @Test
  void feesAreADocumentForPrograms() throws Exception {
    fees.json = true;
    core.orders = List.of(order(3, posting(PostingState.UNKNOWN)));

    assertThat(session.run(fees))
        .isEqualTo(
            "{\"fees\":[{\"order\":\"00000003\",\"contract\":\"C0001\",\"refund\":false,"
                + "\"yen\":2200,\"state\":\"UNKNOWN\",\"businessDate\":\"2026-04-03\","
                + "\"placed\":\"2026-04-02T15:30:00Z\",\"firstSent\":\"2026-04-02T17:00:00Z\","
                + "\"inquiries\":2,\"booking\":null,\"notBooked\":null,\"unsettled\":true}]}\n");
  }

  @Test
  void nothingUnsettledIsSaid() throws Exception {
    assertThat(session.run(fees)).isEqualTo("Nothing is unsettled.\n");
    fees.all = true;
    fees.limit = 1;
    core.orders = List.of(order(3, OrderState.SHIPPED, Optional.empty(), Optional.empty()));
    assertThat(new Terminalless().run(fees))
        .isEqualTo(
            """
            No debits and no refunds.
            There may be more than those of 1 orders: raise --limit.
            """);
  }

  @Test
  void booksThatAgreeSaySo() throws Exception {
    assertThat(session.run(reconcile, "vera"))
        .isEqualTo(
            """
            BOOKED   NUMBER  YEN
            debits   1,203   2,646,600
            refunds  1       2,200
            Equal: every debit and refund is answered, and answered once.
            """);
    BooksRequest request = (BooksRequest) core.asked.get(0);
    assertThat(request.bank()).isEqualTo(KINSAN);
    assertThat(request.date()).isEqualTo(DAY);
    assertThat(request.theirs()).isEmpty();
    assertThat(request.actor()).isEqualTo(new Actor.Administrator("vera"));
  }

  /** A script at day end stops. */
  @Test
  void everyDifferenceIsPrintedAndTheCommandFails() {
    core.differences =
        List.of(
            new BooksDifference(
                new OrderNumber(7), BooksDifference.Kind.BOOKED_TWICE, "bookings B-1 and B-2"),
            new BooksDifference(
                new OrderNumber(9), BooksDifference.Kind.UNSETTLED, "debit OPERATOR"));

    assertThatThrownBy(() -> session.run(reconcile, "vera"))
        .isInstanceOf(CommandException.class)
        .hasMessage("Different, and in the audit now: kinsan of 2026-04-03, differences: 2.");
    assertThat(session.printed())
        .endsWith(
            """

            ORDER     DIFFERENCE    DETAIL
            00000007  BOOKED_TWICE  bookings B-1 and B-2
            00000009  UNSETTLED     debit OPERATOR
            """);

    reconcile.json = true;
    Terminalless program = new Terminalless();
    assertThatThrownBy(() -> program.run(reconcile, "vera")).isInstanceOf(CommandException.class);
    JSONObject document = new JSONObject(program.printed());
    assertThat(document.getBoolean("equal")).isFalse();
    assertThat(document.getLong("debitYen")).isEqualTo(2_646_600);
    assertThat(document.getJSONArray("differences").getJSONObject(0).toMap())
        .containsEntry("order", "00000007")
        .containsEntry("kind", "BOOKED_TWICE")
        .containsEntry("detail", "bookings B-1 and B-2");
  }

  @Test
  void whatWasTypedWrongIsSaidAndNobodyIsAsked() {
    reconcile.date = "3.4.2026";
    assertThatThrownBy(() -> session.run(reconcile, "vera"))
        .isInstanceOf(CommandException.class)
        .hasMessage("Not accepted: date: a day such as 2026-04-03.");
    reconcile.date = "2026-04-03";
    assertThatThrownBy(() -> session.run(reconcile))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("Log in first");
    orders.contract = "no contract!";
    assertThatThrownBy(() -> session.run(orders))
        .isInstanceOf(CommandException.class)
        .hasMessageStartingWith("Not accepted: ");
    assertThat(core.asked).isEmpty();
  }

  @Test
  void withoutCoreTheCommandsSayWhatIsMissing() {
    orders.hardTokens = null;
    fees.hardTokens = null;
    reconcile.hardTokens = null;
    for (IchidoCommand command : List.of(orders, fees, reconcile)) {
      assertThatThrownBy(() -> session.run(command, "vera"))
          .isInstanceOf(CommandException.class)
          .hasMessageStartingWith("Missing: service org.ichido.api.order.HardTokens");
    }
  }
}
