package org.ichido.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.ichido.api.BankId;
import org.ichido.api.contract.Count;
import org.ichido.api.contract.Method;
import org.ichido.api.contract.Role;
import org.ichido.api.migration.LoadReport;
import org.ichido.api.migration.LoadRequest;
import org.ichido.api.migration.RowFault;
import org.ichido.core.fakes.KinsanProfile;
import org.ichido.evidence.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a file is told by line and column, and then nothing of it is loaded. */
class LoadFaultsTest extends MigrationHouse {
  private List<Map<String, String>> rows(String file) {
    return switch (file) {
      case "CONTRACTS" -> files.contracts;
      case "USERS" -> files.users;
      default -> files.tokens;
    };
  }

  /** Full-width digits look like digits; FULL stands for one, LONG for a text that is too long. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "NULL",
      textBlock =
          """
          CONTRACTS, branch, ''
          CONTRACTS, branch, 12
          CONTRACTS, branch, 0123
          CONTRACTS, branch, 01a
          CONTRACTS, branch, 01FULL
          CONTRACTS, cif, 12345678901
          CONTRACTS, cif, 'a b'
          CONTRACTS, cif, FULL
          CONTRACTS, opened, ''
          CONTRACTS, opened, 2020-4-1
          CONTRACTS, opened, 2021-02-29
          CONTRACTS, opened, 20200401
          CONTRACTS, opened, FULL020-04-01
          CONTRACTS, closed, 2020-03-31
          CONTRACTS, closed, tomorrow
          CONTRACTS, closed, LONG
          CONTRACTS, method, ''
          CONTRACTS, method, soft
          CONTRACTS, method, LONG
          CONTRACTS, method, FULL
          CONTRACTS, next_method, OTP
          CONTRACTS, next_from, 2026-13-01
          CONTRACTS, account_branch, ''
          CONTRACTS, account_branch, 0123
          CONTRACTS, account_branch, 01FULL
          CONTRACTS, account_type, ''
          CONTRACTS, account_type, 3
          CONTRACTS, account_type, FULL
          CONTRACTS, account_number, ''
          CONTRACTS, account_number, 12345678
          CONTRACTS, account_number, 123456FULL
          CONTRACTS, account_name, ''
          CONTRACTS, account_name, LONG
          CONTRACTS, account_name, abc
          CONTRACTS, account_name, FULL
          USERS, role, ''
          USERS, role, OWNER
          USERS, role, LONG
          USERS, role, FULL
          TOKENS, state, ''
          TOKENS, state, ISSUED
          TOKENS, state, REVOKED
          TOKENS, state, FULL
          TOKENS, activation_user_id, 1234567
          TOKENS, activation_user_id, 12345678901234567
          TOKENS, activation_user_id, 1234567FULL
          TOKENS, activation_user_id, 1234567x
          TOKENS, device_class, ''
          TOKENS, device_class, TABLET
          TOKENS, device_class, FULL
          TOKENS, device, 'a b'
          TOKENS, device, LONG
          TOKENS, device, FULL
          TOKENS, last_day, ''
          TOKENS, last_day, 2027-02-29
          TOKENS, last_day, FULL027-02-28
          TOKENS, last_day, 2028-11-22
          TOKENS, last_step, -1
          TOKENS, last_step, 1234567890123
          TOKENS, last_step, FULL
          TOKENS, failures, ''
          TOKENS, failures, 100
          TOKENS, failures, -1
          TOKENS, failures, FULL
          TOKENS, locked, yes
          TOKENS, locked, 2026-11-20
          TOKENS, locked, 2026-11-20T09:30:00
          TOKENS, locked, 2026-11-21T12:00:01+09:00
          TOKENS, suspended, FULL
          TOKENS, suspended, 2026-11-21T12:00:01+09:00
          TOKENS, seed, ''
          TOKENS, seed, '!!!!'
          TOKENS, seed, FULL
          TOKENS, seed, LONG
          """)
  void aValueOfAnotherFormIsAFaultOfItsColumn(String file, String column, String value) {
    String text = value.replace("FULL", "\uff12").replace("LONG", "x".repeat(900));
    rows(file).get(0).put(column, text);

    LoadReport report = load();

    assertThat(report.faults())
        .isNotEmpty()
        .allSatisfy(
            fault -> {
              assertThat(fault.file().name()).isEqualTo(file);
              assertThat(fault.line()).isEqualTo(2);
              assertThat(fault.column()).isIn(column, pairOf(column));
              assertThat(text.length() > 3 && fault.toString().contains(text)).isFalse();
            });
    assertThat(report.written()).isFalse();
    assertThat(store.wholeAudit()).isEmpty();
  }

  private static String pairOf(String column) {
    return column.equals("next_method") ? "next_from" : column;
  }

  @ParameterizedTest
  @CsvSource({
    "CONTRACTS, contract, ''",
    "CONTRACTS, contract, C000123456789",
    "CONTRACTS, contract, C\uff10",
    "USERS, contract, ''",
    "USERS, user, ''",
    "USERS, user, u12345678901234567890",
    "USERS, user, \u592a\u90ce",
    "TOKENS, contract, C 1",
    "TOKENS, user, ''"
  })
  void anIdOfAnotherFormIsAFault(String file, String column, String value) {
    rows(file).get(0).put(column, value);

    assertThat(faults()).contains(file + " 2 " + column);
    assertThat(store.wholeAudit()).isEmpty();
  }

  @Test
  void whatComesTwiceIsAFault() {
    files.contracts.add(1, files.contracts.get(0));
    assertThat(faults()).containsExactly("CONTRACTS 3 contract");
    files.contracts.remove(1);

    files.users.add(1, files.users.get(0));
    assertThat(faults()).containsExactly("USERS 3 user");
  }

  @Test
  void twoLiveTokensOfOneUserAreAFault() {
    Map<String, String> second = files.token("C0001", "taro");
    second.put(
        "seed",
        Base64.getEncoder()
            .encodeToString("another seed of 20 b".getBytes(StandardCharsets.US_ASCII)));
    files.tokens.add(1, files.tokens.remove(2));

    assertThat(faults()).containsExactly("TOKENS 3 user");
  }

  /** One seed in two tokens would accept each code twice (S0-4). */
  @Test
  void oneSeedForTwoUsersIsAFault() {
    files.tokens.get(1).put("seed", files.tokens.get(0).get("seed"));
    assertThat(faults()).containsExactly("TOKENS 3 seed");

    files.tokens.remove(1);
    loaded();
    Map<String, String> other = files.token("C0002", "jiro");
    other.put("seed", files.tokens.get(0).get("seed"));
    assertThat(faults()).containsExactly("TOKENS 3 seed");
  }

  @Test
  void oneActivationUserIdForTwoTokensIsAFault() {
    files.tokens.get(0).put("activation_user_id", "12345678");
    files.tokens.get(1).put("activation_user_id", "12345678");
    assertThat(faults()).containsExactly("TOKENS 3 activation_user_id");

    files.tokens.get(1).put("activation_user_id", "012345678");
    loaded();
    Map<String, String> hanako = files.token("C0001", "hanako");
    hanako.put("activation_user_id", "012345678");
    files.tokens.add(0, files.tokens.remove(2));
    files.tokens.remove(2);
    assertThat(faults()).containsExactly("TOKENS 2 activation_user_id");
  }

  @Test
  void rowsOfAnUnknownContractAreFaults() {
    files.user("C0001x", "ichiro");
    files.users.add(2, files.users.remove(3));
    files.user("C9999", "kyuro");
    files.token("C9999", "kyuro");

    assertThat(faults())
        .containsExactlyInAnyOrder("USERS 4 contract", "USERS 6 contract", "TOKENS 4 contract");
  }

  @Test
  void aTokenOfAnUnknownUserIsAFault() {
    files.tokens.get(1).put("user", "nobody");

    assertThat(faults()).containsExactly("TOKENS 3 user");
  }

  @Test
  void rowsOutOfOrderAreAFaultAndNothingBehindIsRead() {
    files.contracts.add(files.contracts.remove(0));
    assertThat(faults()).contains("CONTRACTS 3 contract");
    files.contracts.add(files.contracts.remove(0));

    files.users.add(0, files.users.remove(1));
    assertThat(faults()).containsExactly("USERS 3 contract");
  }

  @Test
  void aSeedThatDoesNotOpenIsAFault() {
    vault.inClear = false;

    assertThat(faults()).containsExactly("TOKENS 2 seed", "TOKENS 3 seed");
  }

  @Test
  void aSeedOfAnotherLengthIsAFault() {
    files.tokens.get(0).put("seed", Base64.getEncoder().encodeToString(new byte[15]));
    files.tokens.get(1).put("seed", Base64.getEncoder().encodeToString(new byte[65]));

    assertThat(faults()).containsExactly("TOKENS 2 seed", "TOKENS 3 seed");
  }

  /** The window reaches one step ahead; a code of that step may have been accepted. */
  @Test
  void aLastStepInTheFutureIsAFault() {
    files.tokens.get(0).put("last_step", Long.toString(STEP + 1));
    assertThat(dryRun().faults()).isEmpty();

    files.tokens.get(0).put("last_step", Long.toString(STEP + 2));
    assertThat(faults()).containsExactly("TOKENS 2 last_step");
  }

  @Test
  void anExpiryInThePastIsAFaultWhereNothingRenewsIt() {
    configure(KinsanProfile.with("renew.after-expiry", "no"));
    files.tokens.get(0).put("last_day", "2026-11-21");
    assertThat(dryRun().faults()).as("the last day itself").isEmpty();

    files.tokens.get(0).put("last_day", "2026-11-20");
    assertThat(faults()).containsExactly("TOKENS 2 last_day");
    configure(KinsanProfile.values());
    files.tokens.get(0).put("state", "INITIALISED");
    assertThat(faults()).containsExactly("TOKENS 2 last_day");
  }

  @Test
  void aTokenNeedsAnOpenContractWithSoftTokens() {
    files.contracts.get(0).put("closed", "2026-11-20");
    files.contracts.get(1).put("method", "HARD");
    assertThat(faults()).containsExactly("TOKENS 2 contract", "TOKENS 3 contract");

    files.contracts.get(0).put("closed", "");
    files.contracts.get(0).put("next_method", "TXN_AUTH");
    files.contracts.get(0).put("next_from", "2026-11-21");
    files.contracts.get(1).put("method", "SOFT");
    assertThat(faults()).containsExactly("TOKENS 2 contract");
  }

  /** S0-1. */
  @Test
  @Requirement("S0-1")
  void aContractOpenedAfterTheBankClosedTokensToNewOnesHasNone() {
    BankId mirai = serve("mirai");
    files.contracts.get(0).put("opened", "2026-11-20");

    assertThat(load(mirai, false).faults())
        .extracting(MigrationHouse::place)
        .containsExactly("TOKENS 2 contract");
  }

  @Test
  void whatIsThereInAnotherFormIsAFaultAndStaysAsItIs() {
    loaded();
    int audited = store.wholeAudit().size();
    files.contracts.get(0).put("branch", "099");
    files.contracts.get(1).put("account_number", "7654321");
    files.users.get(0).put("role", "MASTER");
    files.tokens.get(0).put("last_day", "2027-04-30");
    files.tokens.get(1).put("last_step", Long.toString(STEP));

    assertThat(faults())
        .containsExactly(
            "CONTRACTS 2 branch",
            "USERS 2 role",
            "TOKENS 2 last_day",
            "CONTRACTS 3 account_number",
            "TOKENS 3 last_step");
    assertThat(store.wholeAudit()).hasSize(audited);
    assertThat(store.contract(CONTRACT).orElseThrow().branch()).isEqualTo("012");
    assertThat(store.user(holder("C0001", "hanako")).orElseThrow().role()).isEqualTo(Role.GENERAL);
  }

  @Test
  void aTokenThatSomebodyElseGaveTheUserIsNotReplaced() {
    files.contracts.remove(1);
    files.users.remove(2);
    files.tokens.remove(1);
    opened(Method.SOFT, "taro", "hanako");
    done(changeRole("taro", Role.MASTER));
    files.contracts.get(0).put("account_name", ACCOUNT.kanaName());
    register();

    assertThat(faults()).containsExactly("TOKENS 2 user");
  }

  @Test
  void aUserWhoWasRemovedIsNotBroughtBack() {
    loaded();
    done(remove("hanako"));

    assertThat(faults()).containsExactly("USERS 2 user");
  }

  /** One fault anywhere, and nothing is loaded: not the contracts before it either. */
  @Test
  void withAFaultInTheLastRowNothingIsLoaded() {
    files.tokens.get(1).put("failures", "x");

    assertThat(faults()).containsExactly("TOKENS 3 failures");
    assertThat(store.count(BANK)).isEmpty();
    assertThat(dryRun().added()).as("of the others").isEqualTo(new Count(1, 2, 1));
  }

  @Test
  void aHundredFaultsAreToldAndTheOthersCounted() {
    for (int i = 0; i < 150; i++) {
      files.user("C0002", "x%03d".formatted(i)).put("role", "");
    }

    LoadReport report = load();

    assertThat(report.faults()).hasSize(100);
    assertThat(report.faulty()).isEqualTo(150);
  }

  private LoadReport loadText(String users) throws Exception {
    return loadBytes(users.getBytes(StandardCharsets.UTF_8));
  }

  private LoadReport loadBytes(byte[] users) throws Exception {
    Path file = directory.resolve("odd.csv");
    Files.write(file, users);
    return migration.load(
        new LoadRequest(
            key(), BANK, files.contracts(directory), file, files.tokens(directory), true, ADMIN));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|1|empty",
        "contract,user|1|missing",
        "contract,user,role,name|1|unknown name",
        "contract,user,role,user|1|twice",
        "contract,user,Role|1|unknown name",
        "BOMcontract,user,role|1|byte order mark",
        "contract;user;role|1|unknown name",
        "contract,user,roleEOLC0001,taro|2|2 fields, but the header names 3",
        "contract,user,roleEOLC0001,taro,MASTER,|2|4 fields",
        "contract,user,roleEOLEOLC0001,taro,MASTER|2|1 fields",
        "contract,user,roleEOLC0001,taro,QUOTEMASTER|2|quote",
        "contract,user,roleEOLC0001,taQUOTEro,MASTER|2|quote",
        "contract,user,roleEOLC0001,QUOTEtaroQUOTEx,MASTER|2|quote",
        "contract,user,roleEOLC0001,taTABro,MASTER|2|control character",
        "contract,user,roleEOLC0001,LONG,MASTER|2|longer than 8,192 bytes"
      })
  void whatIsNoTableIsAFault(String text, long line, String what) throws Exception {
    String users =
        text.replace("EOL", "\n")
            .replace("BOM", "\ufeff")
            .replace("QUOTE", "\"")
            .replace("TAB", "\t")
            .replace("LONG", "x".repeat(9_000));

    assertThat(loadText(users).faults().stream().filter(f -> f.file().name().equals("USERS")))
        .first()
        .satisfies(
            fault -> {
              assertThat(fault.line()).isEqualTo(line);
              assertThat(fault.what()).contains(what);
            });
  }

  @Test
  void anotherEncodingIsAFaultOfItsLine() throws Exception {
    byte[] text =
        "contract,user,role\nC0001,hanako,GENERAL\nC0001,t_ro,MASTER\n"
            .getBytes(StandardCharsets.US_ASCII);
    text[text.length - 12] = (byte) 0x88;

    assertThat(loadBytes(text).faults())
        .filteredOn(fault -> fault.column().isEmpty())
        .extracting(RowFault::line)
        .containsExactly(3L);
  }

  @Test
  void columnsComeInAnyOrderInQuotesAndWithLineEndsOfAnyKind() throws Exception {
    LoadReport report =
        loadText(
            "role,contract,user\r\n\"GENERAL\",C0001,hanako\r\nMASTER,C0001,\"taro\"\n"
                + "MASTER,C0002,jiro");

    assertThat(report.faults()).isEmpty();
    assertThat(report.added().users()).isEqualTo(3);
  }
}
