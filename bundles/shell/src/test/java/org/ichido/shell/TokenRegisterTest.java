package org.ichido.shell;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import org.apache.karaf.shell.support.CommandException;
import org.ichido.api.Actor;
import org.ichido.api.RegisterOutcome;
import org.ichido.api.RegisterRequest;
import org.ichido.api.StoreUnavailable;
import org.ichido.api.TokenKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenRegisterTest {
  /** RFC 6238 appendix B's secret, in both spellings. */
  private static final String BASE32 = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

  private static final String HEX = "3132333435363738393031323334353637383930";
  private static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);

  @TempDir Path directory;

  private final FakeTokens tokens = new FakeTokens();
  private final Terminalless session = new Terminalless();
  private final TokenRegister command = command();

  private TokenRegister command() {
    TokenRegister register = new TokenRegister();
    register.administration = tokens;
    byte[] next = {0};
    // A generator that counts: the request ids are known and differ.
    register.random = () -> next[0]++;
    register.bank = "kinsan";
    register.contract = "K00000000012";
    register.user = "tanaka";
    return register;
  }

  @Test
  void aTypedSeedIsRegisteredForTheLoginAndNeverShown() throws Exception {
    String printed = session.typing(BASE32).run(command, "yamada");

    assertThat(printed)
        .isEqualTo(
            """
            Seed (Base32 or hexadecimal, not shown):\s
            Registered: token 6f1c9a52-5a7e-4b62-9d0f-1b9f3ce0a001 for kinsan/K00000000012/tanaka.
            """);
    assertThat(session.maskOfTheLastQuestion).isEqualTo('*');
    RegisterRequest request = tokens.registered.get(0);
    assertThat(tokens.seeds.get(0)).isEqualTo(SECRET);
    assertThat(request.actor()).isEqualTo(new Actor.Administrator("yamada"));
    assertThat(request.kind()).isEqualTo(TokenKind.SOFT);
    assertThat(request.expires()).isEmpty();
    assertThat(request.key().requester().value()).isEqualTo("shell");
    assertThat(request.seed().copy()).as("the seed is wiped afterwards").containsOnly(0);
  }

  @Test
  void everyRegistrationHasItsOwnRequestId() throws Exception {
    session.typing(HEX).run(command, "yamada");
    session.typing(HEX).run(command, "yamada");

    assertThat(tokens.registered.get(0).key()).isNotEqualTo(tokens.registered.get(1).key());
    assertThat(tokens.registered.get(0).key().id().value()).hasSize(32);
  }

  @Test
  void theLastDayCountsInFullInJapan() throws Exception {
    command.expires = "2031-03-31";
    command.kind = "HARD";
    session.typing(HEX).run(command, "yamada");

    assertThat(tokens.registered.get(0).expires())
        .contains(Instant.parse("2031-04-01T00:00:00+09:00"));
    assertThat(tokens.registered.get(0).kind()).isEqualTo(TokenKind.HARD);
  }

  @Test
  void theSeedFileIsDeletedOnceTheTokenIsRegistered() throws Exception {
    Path file = seedFile("rw-------", HEX + "\n");

    String printed = session.in(directory).run(withFile("seed.txt"), "yamada");

    assertThat(tokens.seeds.get(0)).isEqualTo(SECRET);
    assertThat(file).doesNotExist();
    assertThat(printed).endsWith("Deleted: the seed file.\n");
  }

  @Test
  void theSeedFileIsKeptWhenTheTokenIsNotRegistered() throws Exception {
    Path file = seedFile("rw-------", HEX);
    tokens.outcome =
        new RegisterOutcome(RegisterOutcome.Kind.TOKEN_STILL_BOUND, Optional.of(FakeTokens.TOKEN));

    assertThatThrownBy(() -> session.run(withFile(file.toString()), "yamada"))
        .isInstanceOf(CommandException.class)
        .hasMessage(
            "Not registered: kinsan/K00000000012/tanaka still has the live token "
                + FakeTokens.TOKEN
                + "; a user has one at a time.");
    assertThat(file).hasContent(HEX);
  }

  @Test
  void s4_34_aTokenOfAnotherKindThanTheContractsIsRefusedInWords() throws Exception {
    Path file = seedFile("rw-------", HEX);
    tokens.outcome = new RegisterOutcome(RegisterOutcome.Kind.NOT_ENTITLED, Optional.empty());

    assertThatThrownBy(() -> session.run(withFile(file.toString()), "yamada"))
        .isInstanceOf(CommandException.class)
        .hasMessage(
            "Not registered: core banking told that kinsan/K00000000012/tanaka may have no token of"
                + " this kind: the contract is closed or has another method, or the user was"
                + " removed.");
    assertThat(file).hasContent(HEX);
  }

  @Test
  void theSeedFileIsKeptWhenNobodyAnswers() throws Exception {
    Path file = seedFile("rw-------", HEX);
    tokens.failure = new StoreUnavailable("the store is closed; see ichido:status.");

    assertThatThrownBy(() -> session.run(withFile(file.toString()), "yamada"))
        .hasMessage(
            "No answer, nothing is known to have been decided: the store is closed; see"
                + " ichido:status.");
    assertThat(file).hasContent(HEX);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-"})
  void aSeedFileThatOthersCanOpenIsRefusedWithTheCommandThatClosesIt(String mode) throws Exception {
    Path file = seedFile(mode, HEX);

    assertThatThrownBy(() -> session.run(withFile(file.toString()), "yamada"))
        .isInstanceOf(CommandException.class)
        .hasMessageEndingWith("chmod 600 " + file);
    assertThat(tokens.registered).isEmpty();
    assertThat(file).hasContent(HEX);
  }

  @Test
  void aLinkToASeedFileIsRefused() throws Exception {
    Path file = seedFile("rw-------", HEX);
    Path link = Files.createSymbolicLink(directory.resolve("link"), file);

    assertThatThrownBy(() -> session.run(withFile(link.toString()), "yamada"))
        .hasMessageContaining("not a plain file");
    assertThat(file).hasContent(HEX);
  }

  @Test
  void aMissingSeedFileIsNamed() {
    assertThatThrownBy(() -> session.run(withFile("/nowhere/seed"), "yamada"))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("/nowhere/seed")
        .hasMessageContaining("on the machine of Karaf");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        HEX + "zz",
        "GEZDGNBVGY3TQOJQ1",
        "3132333435",
        BASE32 + "\n" + BASE32,
        "hex:" + BASE32,
        "ABCDEF234567ABCDEF234567ABCDEF23"
      })
  void whatIsNoSeedIsRefusedAndNowhereRepeated(String text) throws Exception {
    Path file = seedFile("rw-------", text);

    assertThatThrownBy(() -> session.run(withFile(file.toString()), "yamada"))
        .isInstanceOf(CommandException.class)
        .satisfies(e -> assertThat(trace(e)).doesNotContain(text.substring(4, 10)));
    assertThat(session.printed()).isEmpty();
    assertThat(tokens.registered).isEmpty();
    assertThat(file).exists();
  }

  @Test
  void nothingThatIsPrintedOrThrownHoldsTheSeed() throws Exception {
    session.typing(BASE32).run(command, "yamada");
    tokens.failure = new StoreUnavailable("closed.");
    Throwable thrown =
        org.assertj.core.api.Assertions.catchThrowable(
            () -> session.typing(HEX).run(command, "yamada"));

    String all = session.printed() + trace(thrown) + tokens.registered;
    assertThat(all).doesNotContainIgnoringCase(BASE32).doesNotContainIgnoringCase(HEX);
    assertThat(all).contains("Seed(20 bytes)");
  }

  @Test
  void nobodyIsAskedForASeedWhenNobodyIsLoggedIn() {
    session.put("USER", "somebody-else");

    assertThatThrownBy(() -> session.typing(HEX).run(command))
        .hasMessageStartingWith("Nobody is logged in");
    assertThat(session.maskOfTheLastQuestion).isNull();
    assertThat(tokens.registered).isEmpty();
  }

  @Test
  void withoutATerminalTheSeedFileIsPointedOut() {
    assertThatThrownBy(() -> session.run(command, "yamada")).hasMessageContaining("--seed-file");
  }

  @Test
  void aMissingServiceIsNamedWithWhatToDo() {
    command.administration = null;

    assertThatThrownBy(() -> session.typing(HEX).run(command, "yamada"))
        .isInstanceOf(CommandException.class)
        .hasMessage(
            "Missing: service org.ichido.api.TokenAdministration. It comes from bundle"
                + " org.ichido.core; see 'bundle:list', 'scr:list' and 'ichido:status'.");
  }

  @Test
  void aWrongArgumentIsExplainedBeforeTheSeedIsAskedFor() {
    command.bank = "Kinsan";

    assertThatThrownBy(() -> session.typing(HEX).run(command, "yamada"))
        .hasMessageStartingWith("Not accepted: bank id: 1 to 16 lower-case letters");
    assertThat(session.maskOfTheLastQuestion).isNull();
  }

  private TokenRegister withFile(String path) {
    command.seedFile = path;
    return command;
  }

  private Path seedFile(String mode, String text) throws Exception {
    Path file = Files.writeString(directory.resolve("seed.txt"), text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }

  private static String trace(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }
}
