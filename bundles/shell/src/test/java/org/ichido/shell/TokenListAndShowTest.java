package org.ichido.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.karaf.shell.support.CommandException;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;

class TokenListAndShowTest {
  private final FakeTokens tokens = new FakeTokens();
  private final Terminalless session = new Terminalless();

  @Test
  void theLongestIdsFitIntoOneHundredColumns() throws Exception {
    tokens.tokens.add(FakeTokens.locked());

    assertThat(session.run(list()))
        .isEqualTo(
            """
            TOKEN                                 CONTRACT      KIND  STATE   LOCK  FAILS  USERS
            6f1c9a52-5a7e-4b62-9d0f-1b9f3ce0a001  K00000000012  HARD  ACTIVE  yes   5      tanaka-keiri-0000001
                                                                                           sato
            """);
    assertThat(session.printed().lines()).allSatisfy(l -> assertThat(l).hasSizeLessThan(101));
  }

  @Test
  void aListThatWasCutSaysSo() throws Exception {
    tokens.tokens.add(FakeTokens.locked());
    TokenList list = list();
    list.limit = 1;

    assertThat(session.run(list)).endsWith("There may be more than these 1: raise --limit.\n");
  }

  @Test
  void onlyTheContractAskedForIsListed() throws Exception {
    tokens.tokens.add(FakeTokens.locked());
    TokenList list = list();
    list.contract = "K2";

    assertThat(session.run(list)).isEqualTo("No tokens.\n");
  }

  @Test
  void aLimitOutOfRangeIsRefused() {
    TokenList list = list();
    list.limit = 10_001;

    assertThatThrownBy(() -> session.run(list))
        .isInstanceOf(CommandException.class)
        .hasMessage("Not accepted: --limit: 1 to 10000, but got 10001.");
  }

  @Test
  void aTokenIsShownWithItsTimesInJapan() throws Exception {
    tokens.tokens.add(FakeTokens.locked());

    assertThat(session.run(show(FakeTokens.TOKEN.value())))
        .isEqualTo(
            """
            TOKEN          6f1c9a52-5a7e-4b62-9d0f-1b9f3ce0a001
            bank           kinsan
            contract       K00000000012
            users          tanaka-keiri-0000001 sato
            kind           HARD
            state          ACTIVE
            codes          totp, SHA-256, 6 digits, every 30 s
            failures       5 in a row
            lock           since 2026-11-21 10:00:00 JST, until 2026-11-21 10:30:00 JST
            last accepted  2026-11-21 08:59:30 JST (start of its time step)
            registered     2026-10-01 09:00:00 JST
            expires        never
            vault key      epoch 1
            """);
  }

  @Test
  void listAndShowAreOneDocumentEachForPrograms() throws Exception {
    tokens.tokens.add(FakeTokens.locked());
    TokenList list = list();
    list.json = true;
    TokenShow show = show(FakeTokens.TOKEN.value());
    show.json = true;

    session.run(list);
    session.run(show);

    List<JSONObject> documents = session.printed().lines().map(JSONObject::new).toList();
    JSONObject token = documents.get(1);
    assertThat(documents.get(0).getJSONArray("tokens").getJSONObject(0).toMap())
        .isEqualTo(token.toMap());
    assertThat(token.toMap())
        .containsEntry("token", FakeTokens.TOKEN.value())
        .containsEntry("contract", "K00000000012")
        .containsEntry("users", List.of("tanaka-keiri-0000001", "sato"))
        .containsEntry("locked", true)
        .containsEntry("lockedUntil", "2026-11-21T01:30:00Z")
        .containsEntry("expires", null)
        .containsEntry("periodSeconds", 30);
  }

  @Test
  void anUnknownTokenIsSaidToBeUnknown() {
    assertThatThrownBy(() -> session.run(show("t-1")))
        .isInstanceOf(CommandException.class)
        .hasMessage("There is no token t-1. See ichido:token-list.");
  }

  private TokenList list() {
    TokenList list = new TokenList();
    list.administration = tokens;
    list.bank = "kinsan";
    return list;
  }

  private TokenShow show(String id) {
    TokenShow show = new TokenShow();
    show.administration = tokens;
    show.token = id;
    return show;
  }
}
