package org.ichido.core.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ichido.api.BankId;
import org.ichido.api.TokenId;
import org.ichido.api.migration.MigrationFile;
import org.ichido.api.migration.RowFault;
import org.ichido.core.sheet.Faults;
import org.ichido.core.sheet.SeenNumbers;
import org.ichido.spi.store.TokenQuery;
import org.ichido.spi.store.TokenStore;

/**
 * Makes the tokens of a file ready, outside of any transaction, and notices what no two of a bank
 * may have: a seed, an activation user id. Used for one reading of the file, by one thread.
 */
final class TokenPreparation {
  private final BankId bank;
  private final Setting setting;
  private final TokenStore store;
  private final Faults<RowFault> faults;
  private final SeenNumbers pairs = new SeenNumbers();
  private final SeenNumbers seeds = new SeenNumbers();

  TokenPreparation(BankId bank, Setting setting, TokenStore store, Faults<RowFault> faults) {
    this.bank = bank;
    this.setting = setting;
    this.store = store;
    this.faults = faults;
  }

  /**
   * @return the tokens of the contract that nothing is in the way of; the others are told
   */
  List<ReadyToken> ready(WholeContract whole) {
    List<ReadyToken> ready = new ArrayList<>();
    for (TokenLine line : whole.tokens()) {
      Optional<ReadyToken> token = ReadyToken.of(line, setting.vault());
      if (token.isEmpty()) {
        fault(
            line,
            "seed",
            "does not open; encrypt 16 to 64 bytes to the transport key of this installation");
      } else if (seedIsAnothers(token.get())) {
        fault(line, "seed", "is that of another token of the bank");
      } else if (line.pairUser().isPresent()
          && pairIsAnothers(token.get(), line.pairUser().get())) {
        fault(line, "activation_user_id", "is that of another token of the bank");
      } else {
        ready.add(token.get());
      }
    }
    return ready;
  }

  private boolean seedIsAnothers(ReadyToken token) {
    TokenId id = token.id();
    TokenLine line = token.line();
    boolean first = seeds.add(UUID.fromString(id.value()).getMostSignificantBits());
    TokenQuery query = new TokenQuery(Optional.of(id), Optional.of(bank), Optional.empty(), 1);
    return !first
        || store.find(query).stream()
            .anyMatch(
                row ->
                    !row.contract().equals(line.holder().contract())
                        || !row.users().contains(line.holder().user()));
  }

  private boolean pairIsAnothers(ReadyToken token, String pairUser) {
    // A one before the digits keeps the zeros at their beginning.
    boolean first = pairs.add(Long.parseLong("1" + pairUser));
    return !first
        || store
            .transact(new PairWork(bank, pairUser, setting))
            .filter(other -> !other.equals(token.id()))
            .isPresent();
  }

  private void fault(TokenLine line, String column, String what) {
    faults.add(new RowFault(MigrationFile.TOKENS, line.line(), column, what));
  }
}
