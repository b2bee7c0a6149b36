package org.ichido.core.contract;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ichido.api.Actor;
import org.ichido.api.AuditEntry;
import org.ichido.api.AuditEvent;
import org.ichido.api.contract.ContractKey;
import org.ichido.core.system.JapaneseTime;
import org.ichido.core.work.TokenEnd;
import org.ichido.core.work.Written;
import org.ichido.spi.store.Change;
import org.ichido.spi.store.ContractRow;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.UnitOfWork;

/**
 * Writes down a change of method whose day has come, and ends what tokens of the former kind are
 * left; {@link DueTokenWork} has ended most of them before, one by one. Nothing, if somebody was
 * faster.
 *
 * @param contract the contract
 * @param clock tells when
 */
public record DueMethodWork(ContractKey contract, Clock clock) implements UnitOfWork<Set<Written>> {
  @Override
  public Reads reads() {
    return Reads.NOTHING.withWhole(contract);
  }

  @Override
  public Decided<Set<Written>> decide(Rows rows) {
    Instant now = clock.instant();
    LocalDate today = JapaneseTime.dayOf(now);
    Optional<ContractRow> due =
        rows.contract()
            .filter(row -> row.change().filter(c -> !c.effective().isAfter(today)).isPresent());
    if (due.isEmpty()) {
      return new Decided<>(Set.of(), List.of());
    }
    ContractRow row = due.get();
    MethodStep step = MethodStep.due(row, today);
    TokenEnd end =
        new TokenEnd(now, new Actor.Time(), Optional.empty(), TokenEnd.Why.METHOD_CHANGED);
    List<Change> changes = new ArrayList<>();
    changes.add(new Change.PutContract(step.row(), false));
    changes.add(new Change.Append(entry(row, step.row(), now)));
    for (TokenRow token : step.ended(rows.contractTokens())) {
      changes.addAll(end.of(token));
    }
    return new Decided<>(Written.in(changes), changes);
  }

  private AuditEntry entry(ContractRow before, ContractRow after, Instant now) {
    return AuditEntry.of(now, AuditEvent.CONTRACT_CHANGED, contract.bank())
        .withContract(contract.contract())
        .withActor(new Actor.Time())
        .withDetail("method %s to %s, as told before".formatted(before.method(), after.method()));
  }
}
