package org.ichido.core.life;

import static org.ichido.api.TokenState.ACTIVE;
import static org.ichido.api.TokenState.CANCELLED;
import static org.ichido.api.TokenState.INITIALISED;
import static org.ichido.api.TokenState.ISSUED;
import static org.ichido.api.TokenState.REVOKED;
import static org.ichido.core.life.Transition.begin;
import static org.ichido.core.life.Transition.refuse;
import static org.ichido.core.life.Transition.to;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.ichido.api.TokenState;
import org.ichido.api.act.Reason;
import org.ichido.spi.store.TokenRow;

/**
 * The states of a token and what leads from one to another: the one table that an act asks before
 * it changes the state of a token that is there, and that docs/states.md prints. Lock, suspension
 * and expiry are fields of their own and no states.
 *
 * <p>It is asked once for what comes together: a wrong code or value is for the state that the
 * right one is for, and RESYNCHRONISE for that of RENEW. SHIP, REGISTER and LOAD do not ask: they
 * begin a token, after conditions on the device, the contract and the live token of the user, and
 * their rows say what follows from those.
 *
 * <p>A state is one at a moment: see {@link Standing}. Pure, immutable.
 */
public final class TokenTransitions {
  private static final Transition NO = refuse(Reason.NOT_FOUND);
  private static final Transition STANDS = refuse(Reason.NOT_CANCELLABLE);
  private static final Transition BOUND = refuse(Reason.TOKEN_STILL_BOUND);

  private static final Map<TokenAct, Row> TABLE = new EnumMap<>(TokenAct.class);

  static {
    Transition fresh = begin(ISSUED);
    Transition anew = to(CANCELLED).andBegin(ISSUED);
    // What stands for a user without a live token stands for a token that ended, too: nothing
    // leads out of REVOKED and CANCELLED.
    // no live token, ISSUED, INITIALISED, ACTIVE
    put(TokenAct.ISSUE, fresh, anew, anew, BOUND);
    put(TokenAct.REISSUE, fresh, anew, anew, to(REVOKED).andBegin(ISSUED));
    put(TokenAct.ACTIVATE, NO, to(INITIALISED), NO, NO);
    put(TokenAct.WRONG_ACTIVATION, NO, to(ISSUED), NO, NO);
    put(TokenAct.LAST_WRONG_ACTIVATION, NO, to(CANCELLED), NO, NO);
    put(TokenAct.ACTIVATE_RETIRED_DEVICE, NO, to(CANCELLED), NO, NO);
    put(TokenAct.CONFIRM, NO, NO, to(ACTIVE), NO);
    put(TokenAct.WRONG_CONFIRM, NO, NO, to(INITIALISED), NO);
    put(TokenAct.LAST_WRONG_CONFIRM, NO, NO, to(CANCELLED), NO);
    put(TokenAct.CANCEL, STANDS, to(CANCELLED), to(CANCELLED), STANDS);
    put(TokenAct.DEADLINE, NO, to(CANCELLED), to(CANCELLED), NO);
    put(TokenAct.VERIFY, NO, NO, NO, to(ACTIVE));
    put(TokenAct.WRONG_CODE, NO, NO, NO, to(ACTIVE));
    put(TokenAct.UNLOCK, NO, NO, NO, to(ACTIVE));
    put(TokenAct.SUSPEND, NO, NO, NO, to(ACTIVE));
    put(TokenAct.RESUME, NO, NO, NO, to(ACTIVE));
    put(TokenAct.RESYNCHRONISE, NO, NO, NO, to(ACTIVE));
    put(TokenAct.RENAME, NO, NO, to(INITIALISED), to(ACTIVE));
    put(TokenAct.RENEW, NO, NO, NO, to(ACTIVE));
    put(TokenAct.EXPIRE, NO, NO, NO, to(ACTIVE));
    put(TokenAct.REVOKE, NO, to(CANCELLED), to(CANCELLED), to(REVOKED));
    put(TokenAct.CLOSE, NO, to(CANCELLED), to(CANCELLED), to(REVOKED));
    put(TokenAct.SHIP, begin(INITIALISED), NO, to(INITIALISED), NO);
    put(TokenAct.CANCEL_ORDER, NO, NO, to(CANCELLED), NO);
    put(TokenAct.REGISTER_DEVICE, NO, NO, to(ACTIVE), to(ACTIVE));
    put(TokenAct.WRONG_DEVICE_CODE, NO, NO, to(INITIALISED), to(ACTIVE));
    put(TokenAct.UNLOCK_DEVICE, NO, NO, to(INITIALISED), to(ACTIVE));
    put(TokenAct.UNBIND, NO, NO, NO, to(ACTIVE));
    put(TokenAct.REPLACE, NO, NO, to(CANCELLED), to(REVOKED));
    put(TokenAct.REGISTER, begin(ACTIVE), BOUND, BOUND, BOUND);
    put(TokenAct.LOAD, begin(ACTIVE), BOUND, BOUND, BOUND);
  }

  private record Row(
      Transition none, Transition issued, Transition initialised, Transition active) {}

  private TokenTransitions() {}

  private static void put(
      TokenAct act, Transition none, Transition issued, Transition initialised, Transition active) {
    TABLE.put(act, new Row(none, issued, initialised, active));
  }

  /**
   * @param state where the token stands that the act is about; empty if there is none
   * @param act what is to happen
   * @return what that leads to
   */
  public static Transition of(Optional<TokenState> state, TokenAct act) {
    Row row = TABLE.get(act);
    if (row == null) {
      throw new IllegalStateException("no row for " + act + ": add it to the table");
    }
    if (state.isEmpty()) {
      return row.none();
    }
    return switch (state.get()) {
      case ISSUED -> row.issued();
      case INITIALISED -> row.initialised();
      case ACTIVE -> row.active();
      case REVOKED, CANCELLED -> row.none();
    };
  }

  /**
   * @param token a token that an act is allowed for
   * @param act what happens to it
   * @return its state afterwards
   * @throws IllegalStateException if the act is not for that state: a decision has not asked before
   */
  public static TokenState next(TokenRow token, TokenAct act) {
    return of(Optional.of(token.state()), act)
        .next()
        .orElseThrow(
            () -> new IllegalStateException(act + " is not for a token that is " + token.state()));
  }
}
