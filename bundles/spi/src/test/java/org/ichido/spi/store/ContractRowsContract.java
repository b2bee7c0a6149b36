package org.ichido.spi.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.Holder;
import org.ichido.api.contract.ContractKey;
import org.ichido.api.contract.Method;
import org.ichido.api.contract.MethodChange;
import org.ichido.api.contract.Role;
import org.junit.jupiter.api.Test;

/**
 * What every token store must do with contracts, users and business days. Extended beside each
 * implementation.
 */
public abstract class ContractRowsContract extends LifeFixture {
  private static final Holder BOB = holder("bob");
  private static final LocalDate DAY = LocalDate.of(2028, 2, 29);

  @Test
  void aContractComesBackWholeAndChanges() {
    ContractRow full =
        new ContractRow(
            C1,
            "001",
            Optional.of("CIF-4711"),
            LocalDate.of(1999, 12, 31),
            Optional.empty(),
            Method.HARD,
            Optional.of(new MethodChange(Method.TXN_AUTH, DAY)),
            Optional.of(account()),
            0);
    write(new Change.PutContract(full, true));
    assertThat(contract()).isEqualTo(full);

    ContractRow closed =
        full.withMethod(Method.SOFT, Optional.empty()).withBranch("002").closedOn(DAY);
    write(new Change.PutContract(closed, false));
    assertThat(contract()).isEqualTo(version(closed, 1));
  }

  @Test
  void aUserComesBackWholeAndChanges() {
    UserRow added = user(ALICE, Role.GENERAL);
    write(new Change.PutUser(added, true));
    assertThat(alice()).isEqualTo(added);

    UserRow changed =
        added
            .withRole(Role.MASTER)
            .removedAt(NOW.plusSeconds(1))
            .withCoolDown(Optional.of(NOW.plusSeconds(1_800)))
            .downloaded()
            .downloaded();
    write(new Change.PutUser(changed, false));
    assertThat(alice()).isEqualTo(version(changed, 1));

    UserRow again = alice().addedAgain(NOW.plusSeconds(2), Role.SUB_ADMIN).released();
    write(new Change.PutUser(again, false));
    assertThat(alice()).isEqualTo(version(again, 2));
  }

  @Test
  void aBusinessDayIsReplaced() {
    BusinessDay open = new BusinessDay(BANK, DAY, NOW, Optional.empty());
    BusinessDay closed = new BusinessDay(BANK, DAY, NOW, Optional.of(NOW.plusSeconds(1)));
    assertThat(load(Reads.NOTHING.withDay(BANK)).day()).isEmpty();

    write(new Change.PutDay(open));
    assertThat(load(Reads.NOTHING.withDay(BANK)).day()).contains(open);
    write(new Change.PutDay(closed));
    assertThat(load(Reads.NOTHING.withDay(BANK)).day()).contains(closed);
    assertThat(load(Reads.NOTHING.withDay(new BankId("ginsan"))).day()).isEmpty();
  }

  @Test
  void aContractThatIsThereAlreadyIsDecidedAgain() {
    write(new Change.PutContract(contract(C1), true));

    assertDecidedAgain(rows -> new Change.PutContract(contract(C1), true));
    assertThat(contract()).isEqualTo(contract(C1));
  }

  @Test
  void aStaleContractIsDecidedAgain() {
    write(new Change.PutContract(contract(C1), true));
    write(new Change.PutContract(contract(C1).withBranch("002"), false));

    assertDecidedAgain(rows -> new Change.PutContract(contract(C1).withBranch("003"), false));
    assertThat(contract().branch()).isEqualTo("002");
  }

  @Test
  void aContractThatIsNotThereCannotBeChanged() {
    assertDecidedAgain(rows -> new Change.PutContract(contract(C1), false));
  }

  @Test
  void aUserWhoIsThereAlreadyIsDecidedAgain() {
    write(new Change.PutUser(user(ALICE, Role.MASTER), true));

    assertDecidedAgain(rows -> new Change.PutUser(user(ALICE, Role.GENERAL), true));
    assertThat(alice().role()).isEqualTo(Role.MASTER);
  }

  /** S2-19: two deliveries at once are two. */
  @Test
  void aStaleUserIsDecidedAgain() {
    write(new Change.PutUser(user(ALICE, Role.MASTER), true));
    write(new Change.PutUser(user(ALICE, Role.MASTER).downloaded(), false));

    assertDecidedAgain(rows -> new Change.PutUser(user(ALICE, Role.MASTER).downloaded(), false));
    assertThat(alice().downloads()).isEqualTo(1);
  }

  /** S4-7: the day itself belongs to the new method. */
  @Test
  void aMethodIsDueFromItsDayOn() {
    MethodChange coming = new MethodChange(Method.HARD, DAY);
    ContractKey earlier = new ContractKey(BANK, new ContractId("C9"));
    write(
        new Change.PutContract(contract(C1).withMethod(Method.SOFT, Optional.of(coming)), true),
        new Change.PutContract(contract(new ContractKey(BANK, new ContractId("C2"))), true),
        new Change.PutContract(
            contract(earlier)
                .withMethod(
                    Method.SOFT, Optional.of(new MethodChange(Method.NONE, DAY.minusDays(1)))),
            true));

    assertThat(due(DAY.minusDays(2))).isEmpty();
    assertThat(due(DAY.minusDays(1))).containsExactly(earlier);
    assertThat(due(DAY)).containsExactly(earlier, C1);
    assertThat(due(DAY.plusDays(1))).containsExactly(earlier, C1);
    assertThat(store().methodsDue(BANK, DAY, 1)).hasSize(1);
    assertThat(store().methodsDue(new BankId("ginsan"), DAY, 10)).isEmpty();

    write(new Change.PutContract(contract().withMethod(Method.HARD, Optional.empty()), false));
    assertThat(due(DAY)).containsExactly(earlier);
  }

  @Test
  void everythingOfAContractIsReadAtOnce() {
    ContractKey other = new ContractKey(BANK, new ContractId("C2"));
    Holder stranger = new Holder(BANK, other.contract(), ALICE.user());
    write(
        new Change.PutContract(contract(C1), true),
        new Change.PutContract(contract(other), true),
        new Change.PutUser(user(BOB, Role.GENERAL), true),
        new Change.PutUser(user(ALICE, Role.MASTER), true),
        new Change.PutUser(user(stranger, Role.MASTER), true),
        new Change.AddToken(issued("T1", ALICE, 1)),
        new Change.AddToken(token("T2", "bob")),
        new Change.AddToken(issued("T3", stranger, 3)));

    Rows rows = load(Reads.NOTHING.withWhole(C1));

    assertThat(rows.contract()).contains(contract(C1));
    assertThat(rows.users()).containsExactly(user(ALICE, Role.MASTER), user(BOB, Role.GENERAL));
    assertThat(rows.contractTokens())
        .containsExactlyInAnyOrder(issued("T1", ALICE, 1), token("T2", "bob"));
    assertThat(rows.tokens()).isEmpty();
  }

  /** By the codes of ASCII: in that order files are read beside them. */
  @Test
  void contractsAreFoundPageByPageInTheOrderOfTheirIds() {
    List<String> ids = List.of("0", "9", "A", "A-", "AA", "B", "_", "a");
    for (String id : ids) {
      write(new Change.PutContract(contract(new ContractKey(BANK, new ContractId(id))), true));
    }
    ContractKey elsewhere = new ContractKey(new BankId("ginsan"), new ContractId("A1"));
    write(new Change.PutContract(contract(elsewhere), true));

    assertThat(page(Optional.empty(), 3)).containsExactly("0", "9", "A");
    assertThat(page(Optional.of("A"), 3)).containsExactly("A-", "AA", "B");
    assertThat(page(Optional.of("B"), 3)).containsExactly("_", "a");
    assertThat(page(Optional.of("a"), 3)).isEmpty();
  }

  private List<String> page(Optional<String> after, int atMost) {
    return store().contracts(BANK, after.map(ContractId::new), atMost).stream()
        .map(row -> row.key().contract().value())
        .toList();
  }

  private void assertDecidedAgain(Function<Rows, Change> late) {
    AtomicInteger decisions = new AtomicInteger();
    String outcome =
        store()
            .transact(
                unit(
                    Reads.NOTHING,
                    rows ->
                        decisions.getAndIncrement() == 0
                            ? new Decided<>(
                                "too late",
                                List.of(
                                    new Change.Append(audited(ALICE, "late")), late.apply(rows)))
                            : new Decided<>("decided again", List.of())));
    assertThat(outcome).isEqualTo("decided again");
    assertThat(store().audit(ALICE, 10)).as("nothing of the late one").isEmpty();
  }

  private ContractRow contract() {
    return load(Reads.NOTHING.withMember(ALICE)).contract().orElseThrow();
  }

  private UserRow alice() {
    return load(Reads.NOTHING.withMember(ALICE)).user().orElseThrow();
  }

  private List<ContractKey> due(LocalDate today) {
    return store().methodsDue(BANK, today, 10).stream().map(ContractRow::key).toList();
  }

  private static ContractRow version(ContractRow row, long version) {
    return new ContractRow(
        row.key(),
        row.branch(),
        row.cif(),
        row.opened(),
        row.closed(),
        row.method(),
        row.change(),
        row.account(),
        version);
  }

  private static UserRow version(UserRow row, long version) {
    return new UserRow(
        row.holder(),
        row.role(),
        row.added(),
        row.removed(),
        row.coolDown(),
        row.downloads(),
        version);
  }
}
