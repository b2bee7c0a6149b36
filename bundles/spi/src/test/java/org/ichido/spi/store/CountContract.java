package org.ichido.spi.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ichido.api.BankId;
import org.ichido.api.ContractId;
import org.ichido.api.Holder;
import org.ichido.api.TokenState;
import org.ichido.api.UserId;
import org.ichido.api.contract.BranchCount;
import org.ichido.api.contract.ContractKey;
import org.ichido.api.contract.Role;
import org.junit.jupiter.api.Test;

/** How every token store must count. Extended beside each implementation. */
public abstract class CountContract extends LifeFixture {
  private static final BankId GINSAN = new BankId("ginsan");
  private static final int CONTRACTS = 60;

  @Test
  void whereNothingIsNothingIsCounted() {
    assertThat(store().count(BANK)).isEmpty();
  }

  @Test
  void everythingIsCountedByTheBranchOfItsContract() {
    ContractKey c2 = new ContractKey(BANK, new ContractId("C2"));
    ContractKey c3 = new ContractKey(BANK, new ContractId("C3"));
    Holder bob = holder("bob");
    write(
        new Change.PutContract(contract(C1), true),
        new Change.PutContract(contract(c2).withBranch("002"), true),
        new Change.PutContract(
            contract(c3).withBranch("002").closedOn(LocalDate.of(2026, 1, 1)), true),
        new Change.PutUser(user(ALICE, Role.MASTER), true),
        new Change.PutUser(user(bob, Role.GENERAL), true),
        new Change.PutUser(user(holder("carol"), Role.GENERAL).removedAt(NOW), true),
        new Change.PutUser(user(of(c2, "alice"), Role.MASTER), true),
        new Change.PutUser(user(of(c3, "alice"), Role.MASTER), true),
        new Change.AddToken(issued("T1", ALICE, 1)),
        new Change.AddToken(initialised(issued("T2", bob, 2), PHONE)),
        new Change.AddToken(confirmed(initialised(issued("T3", of(c2, "alice"), 3), PHONE))),
        new Change.AddToken(issued("T4", of(c2, "bob"), 4)));
    write(new Change.UpdateToken(only(of(c2, "bob")).ended(TokenState.CANCELLED)));

    assertThat(store().count(BANK))
        .containsExactly(
            new BranchCount("001", 1, 0, 2, 1, 1, 0), new BranchCount("002", 1, 1, 1, 0, 0, 1));
  }

  /** A contract and a user of the same name at another bank are others. */
  @Test
  void anotherBankIsNotCounted() {
    ContractKey there = new ContractKey(GINSAN, C1.contract());
    write(
        new Change.PutContract(contract(C1), true),
        new Change.PutUser(user(ALICE, Role.MASTER), true),
        new Change.PutContract(contract(there).withBranch("009"), true));

    assertThat(store().count(BANK)).containsExactly(new BranchCount("001", 1, 0, 1, 0, 0, 0));
    assertThat(store().count(GINSAN)).containsExactly(new BranchCount("009", 1, 0, 0, 0, 0, 0));
  }

  /** What an administrator registered before core banking told of any contract. */
  @Test
  void aTokenWithoutAContractIsOfNoBranch() {
    write(new Change.AddToken(token("T1", "alice", "bob")));

    assertThat(store().count(BANK)).containsExactly(new BranchCount("", 0, 0, 0, 0, 0, 1));
  }

  @Test
  void allIsCountedAtOneMoment() throws Exception {
    AtomicBoolean written = new AtomicBoolean();
    List<Integer> torn =
        atOnce(2, thread -> thread == 0 ? writeContracts(written) : countTorn(written));

    assertThat(torn).containsExactly(0, 0);
    assertThat(store().count(BANK))
        .containsExactly(new BranchCount("001", CONTRACTS, 0, CONTRACTS, CONTRACTS, 0, 0));
  }

  private int writeContracts(AtomicBoolean written) {
    try {
      for (int i = 1; i <= CONTRACTS; i++) {
        ContractKey key = new ContractKey(BANK, new ContractId("N" + i));
        write(
            new Change.PutContract(contract(key), true),
            new Change.PutUser(user(of(key, "alice"), Role.MASTER), true),
            new Change.AddToken(issued("N" + i, of(key, "alice"), i)));
      }
      return 0;
    } finally {
      written.set(true);
    }
  }

  /** How often there was a contract without its user, or without its token. */
  private int countTorn(AtomicBoolean written) {
    int torn = 0;
    while (!written.get()) {
      for (BranchCount count : store().count(BANK)) {
        if (count.open() != count.users() || count.open() != count.issued()) {
          torn++;
        }
      }
    }
    return torn;
  }

  private TokenRow only(Holder holder) {
    return load(Reads.tokensOf(holder)).tokens().get(0);
  }

  private static Holder of(ContractKey contract, String user) {
    return new Holder(contract.bank(), contract.contract(), new UserId(user));
  }
}
