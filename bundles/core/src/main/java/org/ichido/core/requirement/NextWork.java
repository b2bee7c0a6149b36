package org.ichido.core.requirement;

import java.util.List;
import org.ichido.api.Holder;
import org.ichido.api.contract.ContractKey;
import org.ichido.api.requirement.Question;
import org.ichido.api.requirement.Requirement;
import org.ichido.core.work.Snapshot;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.UnitOfWork;

/**
 * Says whether a use needs a code and what the user has to do next, from the operation table and
 * from how contract, user and token stand now. Writes nothing.
 *
 * @param question who wants to do what
 * @param snapshot what it is answered under
 */
record NextWork(Question question, Snapshot snapshot) implements UnitOfWork<Requirement> {
  @Override
  public Reads reads() {
    Holder holder = question.holder();
    Reads own = Reads.everythingOf(holder);
    ContractKey contract = new ContractKey(holder.bank(), holder.contract());
    return snapshot.profile().hardTokens().isPresent()
        ? own.withWhole(contract).withOrdersOf(contract)
        : own;
  }

  @Override
  public Decided<Requirement> decide(Rows rows) {
    var position = new UserPosition(snapshot.profile(), rows, snapshot.clock().instant());
    return new Decided<>(position.requirement(question.use(), question.facts()), List.of());
  }
}
