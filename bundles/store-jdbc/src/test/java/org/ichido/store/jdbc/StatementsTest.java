package org.ichido.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ichido.api.Actor;
import org.ichido.api.ContractId;
import org.ichido.api.Drained;
import org.ichido.api.TokenId;
import org.ichido.api.TokenState;
import org.ichido.api.contract.Role;
import org.ichido.api.order.NotBooked;
import org.ichido.api.order.OrderNumber;
import org.ichido.api.order.OrderQuery;
import org.ichido.api.stock.HardTokenState;
import org.ichido.api.stock.StockQuery;
import org.ichido.api.stock.TokenSerial;
import org.ichido.spi.store.ApprovalRow;
import org.ichido.spi.store.BookingRow;
import org.ichido.spi.store.BusinessDay;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.InboxRow;
import org.ichido.spi.store.OperationsContract;
import org.ichido.spi.store.OrderFixture;
import org.ichido.spi.store.OutboxRow;
import org.ichido.spi.store.ParkedRow;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.RecordMark;
import org.ichido.spi.store.TokenQuery;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.TokenStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the store asks of the engine, and how the engine does it. */
class StatementsTest extends OrderFixture {

  /** Rows are few whatever the bank has: drained banks; a user's audit; records of one number. */
  private static final Set<String> FEW =
      Set.of("FROM drained", "FROM audit WHERE bank", "FROM record_mark m", "FROM parked_reply");

  private static final Optional<ContractId> NO_CONTRACT = Optional.empty();

  private static final RecordMark MARK =
      new RecordMark(BANK, "CHANNEL", DAY, 1, "001", "VERIFY", "0000");

  private static final BookingRow NOT_BOOKED =
      new BookingRow(
          BANK,
          new OrderNumber(1),
          false,
          DAY,
          Optional.empty(),
          Optional.of(NotBooked.FUNDS),
          2_200,
          NOW);

  private static final Pattern INDEX = Pattern.compile("index=(\\w+)");

  @TempDir Path directory;
  private StoreAt at;
  private JdbcTokenStore store;

  @BeforeEach
  void open() {
    at = new StoreAt(directory);
    store = at.open();
    at.driver.prepared.clear();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Override
  protected TokenStore store() {
    return store;
  }

  /**
   * What core reads and writes for a VRFY over a queue, the mark of its record among it. To read
   * contract and user by one joined statement would save a hundredth of it.
   */
  @Test
  void aVerificationTakesNineStatements() {
    write(
        new Change.PutContract(contract(C1), true),
        new Change.PutUser(user(ALICE, Role.MASTER), true),
        new Change.AddToken(confirmed(initialised(issued("T1", ALICE, 1), PHONE))));
    InboxRow plain = answer("R1", "x", NOW);
    InboxRow marked =
        new InboxRow(plain.key(), plain.fingerprint(), plain.reply(), NOW, Optional.of(MARK));
    at.driver.prepared.clear();

    String outcome =
        store.transact(
            unit(
                Reads.everythingOf(ALICE).withInbox(key("R1")),
                rows ->
                    new Decided<>(
                        "accepted",
                        List.of(
                            new Change.UpdateToken(rows.tokens().get(0).accepted(5)),
                            new Change.Append(audited(ALICE, "R1")),
                            new Change.Remember(marked)))));

    assertThat(outcome).isEqualTo("accepted");
    assertThat(beginnings())
        .containsExactly(
            "INSERT INTO audit",
            "INSERT INTO inbox",
            "INSERT INTO record_mark",
            "SELECT * FROM contract WHERE",
            "SELECT * FROM contract_user WHERE",
            "SELECT i.*, m.* FROM",
            "SELECT t.id, t.bank,",
            "SELECT user_id FROM",
            "UPDATE token SET");
  }

  private Set<String> beginnings() {
    Set<String> beginnings = new TreeSet<>();
    for (String sql : at.driver.prepared) {
      int words = sql.startsWith("SELECT *") ? 5 : sql.startsWith("SELECT i") ? 4 : 3;
      beginnings.add(String.join(" ", List.of(sql.split(" ")).subList(0, words)));
    }
    return beginnings;
  }

  /** A contract may have thousands of tokens, and each of its documents reads them all. */
  @Test
  void aWholeContractTakesAsManyStatementsHoweverManyTokensItHas() {
    write(new Change.AddToken(token("T1", "user1")));
    load(Reads.NOTHING.withWhole(C1));
    at.driver.executed.set(0);
    load(Reads.NOTHING.withWhole(C1));
    int ofOne = at.driver.executed.get();
    for (int i = 2; i <= 20; i++) {
      write(new Change.AddToken(token("T" + i, "user" + i, "other" + i)));
    }

    at.driver.executed.set(0);
    List<TokenRow> tokens = load(Reads.NOTHING.withWhole(C1)).contractTokens();

    assertThat(tokens).hasSize(20).contains(token("T20", "user20", "other20"));
    assertThat(at.driver.executed).hasValue(ofOne).hasValueGreaterThan(3);
  }

  /** A bank has a million of each: nothing is searched or sorted but by an index. */
  @Test
  void everyQueryGoesByAnIndexAndTheLimitedOnesInItsOrder() throws Exception {
    everythingOnce();

    for (String sql : at.driver.prepared) {
      if (sql.startsWith("SELECT") && FEW.stream().noneMatch(sql::contains)) {
        String plan = at.plan(sql);
        if (sql.contains("ORDER BY") && sql.contains("FETCH FIRST")) {
          assertThat(plan).as(sql).contains("uses index");
          String[] order = sql.contains(" t.id = ?") ? new String[] {"ID"} : order(sql);
          assertThat(at.columnsOf(indexOf(plan))).as(sql).startsWith(order);
        } else {
          assertThat(plan).as(sql).doesNotContain("FULL SCAN");
        }
      }
    }
  }

  /** The engine says that it uses an index also where it reads by another one, and sorts then. */
  private static String indexOf(String plan) {
    Matcher index = INDEX.matcher(plan);
    assertThat(index.find()).as(plan).isTrue();
    return index.group(1);
  }

  private static String[] order(String sql) {
    String order = sql.substring(sql.lastIndexOf("ORDER BY") + 9, sql.lastIndexOf(" FETCH"));
    return order.replaceAll(" DESC|\\b[a-z]\\.", "").toUpperCase(Locale.ROOT).split(", ", -1);
  }

  @Test
  void aConnectionKeepsAllStatementsThatTheStoreHas() {
    everythingOnce();

    assertThat(at.driver.prepared).hasSizeBetween(50, KeptStatements.MOST);
  }

  private void everythingOnce() {
    everyChange();
    load(
        Reads.everythingOf(ALICE)
            .withInbox(key("R1"))
            .withAudit(1)
            .withActor(ALICE)
            .withPair(new Reads.Paired(BANK, pair(1)))
            .withWhole(C1)
            .withDevice(new Reads.OnDevice(BANK, PHONE.id()))
            .withApproval(key("R1"))
            .withDay(BANK)
            .withDelivered(
                new Reads.Delivered(
                    BANK, List.of(new TokenSerial("900-1")), List.of(new TokenId("H1"))))
            .withOrdersOf(C1)
            .withOrder(new Reads.Ordered(BANK, new OrderNumber(1)))
            .withLastOrder(BANK));
    for (Optional<ContractId> contract : List.of(Optional.of(C1.contract()), NO_CONTRACT)) {
      store.orders(new OrderQuery(BANK, contract, true, 1));
      store.orders(new OrderQuery(BANK, contract, false, 1));
    }
    store.feesQueued(BANK, 1);
    store.feesDue(BANK, NOW, 1);
    store.feesOf(BANK, DAY);
    store.bookings(BANK, DAY);
    store.audit(ALICE, 1);
    store.holdsSealedSeeds();
    store.drained();
    store.parked(BANK, 1);
    store.outbox(BANK, OutboxRow.Kind.EVENT, NOW, 1);
    store.outboxRange(BANK, 1, 2, 1);
    store.overdue(BANK, NOW, 1);
    store.methodsDue(BANK, DAY, 1);
    store.marked(key("R1").requester(), "CHANNEL", DAY, 1);
    store.totals(BANK, DAY);
    store.count(BANK);
    store.contracts(BANK, Optional.of(C1.contract()), 1);
    store.stock(BANK);
    store.hardTokens(new StockQuery(BANK, Optional.empty(), Optional.empty(), Optional.empty(), 1));
    store.hardTokens(
        new StockQuery(
            BANK, Optional.of("012"), Optional.of(HardTokenState.IN_STOCK), Optional.of(DAY), 1));
    store.inbox();
    store.verifyAuditChain();
    store.find(query(Optional.of("T1"), true));
    store.find(query(Optional.empty(), true));
    store.find(query(Optional.empty(), false));
  }

  private static TokenQuery query(Optional<String> id, boolean ofBank) {
    return new TokenQuery(
        id.map(TokenId::new), ofBank ? Optional.of(BANK) : Optional.empty(), Optional.empty(), 1);
  }

  private void everyChange() {
    TokenRow token = issued("T1", ALICE, 1);
    ApprovalRow approval =
        new ApprovalRow(
            key("R1"),
            ALICE,
            ApprovalRow.Act.UNLOCK,
            new Actor.Operator(
                "op1", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
            NOW,
            NOW,
            Optional.empty(),
            0);
    BusinessDay day = new BusinessDay(BANK, DAY, NOW, Optional.empty());
    OutboxRow event = OutboxRow.about(NOW, token, OutboxRow.Kind.EVENT, OutboxRow.Type.ISSUED, "");
    ParkedRow parked = Parked.value();
    InboxRow plain = answer("R1", "x", NOW);
    write(
        new Change.AddToken(token),
        new Change.UpdateToken(token.drifted(1)),
        new Change.UpdateToken(version(token.ended(TokenState.CANCELLED), 1)),
        new Change.Remember(
            new InboxRow(plain.key(), plain.fingerprint(), plain.reply(), NOW, Optional.of(MARK))),
        new Change.Append(audited(ALICE, "R1")),
        new Change.PutContract(contract(C1), true),
        new Change.PutContract(contract(C1), false),
        new Change.PutUser(user(ALICE, Role.MASTER), true),
        new Change.PutUser(user(ALICE, Role.MASTER), false),
        new Change.PutApproval(approval, true),
        new Change.PutApproval(approval, false),
        new Change.PutDay(day),
        new Change.PutDay(day),
        new Change.AddHardToken(device("H1", "900-1")),
        new Change.UpdateHardToken(device("H1", "900-1").moved(HardTokenState.ORDERED)),
        new Change.RebindToken(version(token, 2).boundTo(List.of(ALICE.user()))),
        new Change.RetireHardToken(new TokenId("H1")),
        new Change.PutOrder(order(1, C1), true),
        new Change.PutOrder(order(1, C1), false),
        new Change.Book(NOT_BOOKED),
        new Change.Emit(event),
        new Change.Emit(event),
        new Change.Settle(event),
        new Change.Drain(new Drained(BANK, NOW, new Actor.Administrator("vera"))),
        new Change.Park(parked),
        new Change.Unpark(1),
        new Change.Resume(BANK),
        new Change.Forget(NOW.plusSeconds(1), 10));
  }

  /** Reaches a value of the contract. */
  private abstract static class Parked extends OperationsContract {
    static ParkedRow value() {
      return parked("M1", NOW);
    }
  }
}
