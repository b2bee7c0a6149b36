package org.ichido.core.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ichido.api.TokenState;
import org.ichido.api.act.Reason;
import org.ichido.evidence.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TokenTransitionsTest {
  private static final Path DOCUMENT = Path.of("../../docs/states.md");

  /** How to mend it: put what this prints between the marks. */
  @Test
  void theDocumentShowsThisTable() throws IOException {
    List<String> lines = Files.readAllLines(DOCUMENT);
    assertThat(lines.subList(lines.indexOf("<!-- begin -->") + 1, lines.indexOf("<!-- end -->")))
        .isEqualTo(printed());
  }

  private static List<String> printed() {
    List<String> lines = new ArrayList<>();
    lines.add("| act | no live token | ISSUED | INITIALISED | ACTIVE |");
    lines.add("|---|---|---|---|---|");
    for (TokenAct act : TokenAct.values()) {
      lines.add(
          "| %s | %s | %s | %s | %s |"
              .formatted(
                  act,
                  cell(TokenTransitions.of(Optional.empty(), act)),
                  cell(of(TokenState.ISSUED, act)),
                  cell(of(TokenState.INITIALISED, act)),
                  cell(of(TokenState.ACTIVE, act))));
    }
    return lines;
  }

  private static String cell(Transition transition) {
    return transition.refused().equals(Optional.of(Reason.NOT_FOUND)) ? "–" : transition.toString();
  }

  /** S0-36: an end is irreversible for that token. */
  @ParameterizedTest
  @EnumSource
  @Requirement("S0-36")
  void nothingLeadsOutOfAnEnd(TokenAct act) {
    for (TokenState end : List.of(TokenState.REVOKED, TokenState.CANCELLED)) {
      assertThat(of(end, act)).isEqualTo(TokenTransitions.of(Optional.empty(), act));
      assertThat(of(end, act).next()).isEmpty();
    }
  }

  /**
   * S1-24, S2-12, S3-6: nothing is usable before the confirmation; of a hard token that is the
   * registration (S4-20).
   */
  @Test
  @Requirement({"S1-24", "S2-12", "S3-6", "S4-20"})
  void toActiveLeadsARightFirstCodeAlone() {
    Set<TokenAct> ways = EnumSet.noneOf(TokenAct.class);
    for (TokenAct act : TokenAct.values()) {
      for (TokenState state : TokenState.values()) {
        Transition transition = of(state, act);
        if (state != TokenState.ACTIVE
            && transition.next().equals(Optional.of(TokenState.ACTIVE))) {
          assertThat(state).isEqualTo(TokenState.INITIALISED);
          ways.add(act);
        }
      }
    }
    assertThat(ways).containsExactly(TokenAct.CONFIRM, TokenAct.REGISTER_DEVICE);
  }

  @Test
  void aTokenThatBringsItsSeedBeginsActiveWhereThereIsNone() {
    for (TokenAct act : List.of(TokenAct.REGISTER, TokenAct.LOAD)) {
      assertThat(TokenTransitions.of(Optional.empty(), act).begins()).contains(TokenState.ACTIVE);
      for (TokenState state : List.of(TokenState.ISSUED, TokenState.INITIALISED)) {
        assertThat(of(state, act).refused()).contains(Reason.TOKEN_STILL_BOUND);
      }
    }
  }

  /** A user has one live token at the most. */
  @ParameterizedTest
  @EnumSource
  void whereATokenBeginsTheFormerOneEnds(TokenAct act) {
    for (TokenState state : TokenState.values()) {
      Transition transition = of(state, act);
      if (transition.begins().isPresent()) {
        assertThat(transition.next().filter(TokenState::live)).isEmpty();
      }
    }
  }

  /** The table is asked once, before anybody knows whether the code or the value is right. */
  @Test
  void whatIsAskedForTogetherIsForTheSameStates() {
    Map<TokenAct, TokenAct> asked =
        Map.of(
            TokenAct.WRONG_ACTIVATION, TokenAct.ACTIVATE,
            TokenAct.LAST_WRONG_ACTIVATION, TokenAct.ACTIVATE,
            TokenAct.ACTIVATE_RETIRED_DEVICE, TokenAct.ACTIVATE,
            TokenAct.WRONG_CONFIRM, TokenAct.CONFIRM,
            TokenAct.LAST_WRONG_CONFIRM, TokenAct.CONFIRM,
            TokenAct.WRONG_CODE, TokenAct.VERIFY,
            TokenAct.WRONG_DEVICE_CODE, TokenAct.REGISTER_DEVICE,
            TokenAct.RESYNCHRONISE, TokenAct.RENEW);
    asked.forEach(
        (wrong, right) -> {
          for (TokenState state : TokenState.values()) {
            assertThat(of(state, wrong).allowed())
                .as("%s and %s in %s", wrong, right, state)
                .isEqualTo(of(state, right).allowed());
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  void anActIsRefusedOrLeadsSomewhere(TokenAct act) {
    for (TokenState state : TokenState.values()) {
      Transition transition = of(state, act);
      assertThat(transition.allowed())
          .as("%s in %s", act, state)
          .isEqualTo(transition.next().isPresent() || transition.begins().isPresent());
    }
  }

  private static Transition of(TokenState state, TokenAct act) {
    return TokenTransitions.of(Optional.of(state), act);
  }
}
