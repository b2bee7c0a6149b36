package org.ichido.core.migration;

import java.util.List;
import java.util.Optional;
import org.ichido.api.BankId;
import org.ichido.api.TokenId;
import org.ichido.api.act.ActivationPair;
import org.ichido.spi.store.Decided;
import org.ichido.spi.store.Reads;
import org.ichido.spi.store.Rows;
import org.ichido.spi.store.TokenRow;
import org.ichido.spi.store.UnitOfWork;

/**
 * Looks whose activation pair that is.
 *
 * @param bank the tenant
 * @param pairUser the second half of the pair
 * @param setting has the first half
 */
record PairWork(BankId bank, String pairUser, Setting setting)
    implements UnitOfWork<Optional<TokenId>> {
  @Override
  public Reads reads() {
    ActivationPair pair = new ActivationPair(setting.profile().enrolment().serviceId(), pairUser);
    return Reads.NOTHING.withPair(new Reads.Paired(bank, pair));
  }

  @Override
  public Decided<Optional<TokenId>> decide(Rows rows) {
    return new Decided<>(rows.paired().map(TokenRow::id), List.of());
  }
}
