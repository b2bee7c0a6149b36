package org.ichido.core.work;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.ichido.api.BankNotServed;
import org.ichido.api.OneTimeCode;
import org.ichido.api.OtpParameters;
import org.ichido.api.Seed;
import org.ichido.api.TokenId;
import org.ichido.spi.FactorRange;
import org.ichido.spi.OtpAlgorithm;
import org.ichido.spi.SealedSeed;
import org.ichido.spi.store.TokenRow;

/**
 * Asks a token's algorithm which steps give a code. For a token without a seed, and for one that is
 * not there, it does the same work for nothing.
 */
final class CodeMatching {
  private final Snapshot snapshot;

  CodeMatching(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** The steps of the range that give the code; none if the token has no seed. */
  List<Long> matching(TokenRow token, OneTimeCode code, FactorRange range) {
    if (token.seed().isEmpty()) {
      idle(token.otp(), code, range);
      return List.of();
    }
    return ask(token.id(), token.seed().get(), token.otp(), code, range);
  }

  /** The work of an asking, for nothing. */
  void idle(OtpParameters otp, OneTimeCode code, FactorRange range) {
    ask(Decoy.ID, snapshot.decoy().sealed(), otp, code, range);
  }

  private List<Long> ask(
      TokenId id, SealedSeed sealed, OtpParameters otp, OneTimeCode code, FactorRange range) {
    OtpAlgorithm algorithm = snapshot.profile().algorithms().get(otp.algorithm());
    if (algorithm == null) {
      throw new BankNotServed(
          "token %s computes with '%s', which is not installed: install its bundle"
              .formatted(id, otp.algorithm()));
    }
    try (Seed seed = snapshot.vault().unseal(id, sealed)) {
      return answer(id, otp, () -> List.copyOf(algorithm.matching(seed, otp, code, range)));
    }
  }

  /** No answer is no verdict. Of what was thrown only the place is told: its text may be a code. */
  private static List<Long> answer(TokenId id, OtpParameters otp, Supplier<List<Long>> algorithm) {
    try {
      return algorithm.get();
    } catch (RuntimeException | Error e) {
      throw new BankNotServed(
          "'%s' failed for token %s: mend or replace its bundle. It threw %s at %s"
              .formatted(
                  otp.algorithm(),
                  id,
                  e.getClass().getName(),
                  Arrays.stream(e.getStackTrace()).findFirst().map(Object::toString).orElse("?")));
    }
  }
}
