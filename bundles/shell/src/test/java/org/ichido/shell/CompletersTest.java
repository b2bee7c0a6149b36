package org.ichido.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.junit.jupiter.api.Test;

/** What the tabulator key offers. */
class CompletersTest {
  private final FakeOperations house = new FakeOperations();
  private final FakeTokens tokens = new FakeTokens();

  private static List<String> offered(Completer completer, String... typed) {
    List<String> candidates = new ArrayList<>();
    int unused = completer.complete(new Terminalless(), new Typed(List.of(typed)), candidates);
    return candidates.stream().map(String::strip).toList();
  }

  /** Words, of which the last is being typed. */
  private record Typed(List<String> words) implements CommandLine {
    @Override
    public int getCursorArgumentIndex() {
      return words.size() - 1;
    }

    @Override
    public String getCursorArgument() {
      return words.get(words.size() - 1);
    }

    @Override
    public int getArgumentPosition() {
      return getCursorArgument().length();
    }

    @Override
    public String[] getArguments() {
      return words.toArray(String[]::new);
    }

    @Override
    public int getBufferPosition() {
      return getBuffer().length();
    }

    @Override
    public String getBuffer() {
      return String.join(" ", words);
    }
  }

  @Test
  void banksThatBeginLikeThat() {
    BankCompleter banks = new BankCompleter();
    banks.administration = house;

    assertThat(offered(banks, "ichido:drain", "")).containsExactly("ginsan", "kinsan");
    assertThat(offered(banks, "ichido:drain", "ki")).containsExactly("kinsan");
    assertThat(offered(new BankCompleter(), "ichido:drain", "")).isEmpty();
  }

  @Test
  void contractsAndTokensOfTheBank() {
    tokens.tokens.add(FakeTokens.locked());
    tokens.tokens.add(FakeTokens.locked());
    ContractCompleter contracts = new ContractCompleter();
    contracts.banks = house;
    contracts.tokens = tokens;
    TokenCompleter ids = new TokenCompleter();
    ids.banks = house;
    ids.tokens = tokens;

    assertThat(offered(contracts, "ichido:explain", "kinsan", "K")).containsExactly("K00000000012");
    assertThat(offered(contracts, "ichido:explain", "ginsan", "")).isEmpty();
    assertThat(offered(ids, "ichido:token-show", "6f")).contains(FakeTokens.TOKEN.value());
  }

  @Test
  void messagesAndRepliesOfTheBank() {
    house.backedOut.add(FakeOperations.message("ID:1", "NO_REPLY_TO"));
    house.parked.add(FakeOperations.reply(17));
    BackedOutCompleter messages = new BackedOutCompleter();
    messages.banks = house;
    messages.messages = house;
    ParkedReplyCompleter replies = new ParkedReplyCompleter();
    replies.banks = house;
    replies.messages = house;

    assertThat(offered(messages, "ichido:backout-retry", "kinsan", "ID")).containsExactly("ID:1");
    assertThat(offered(replies, "ichido:reply-resend", "kinsan", "1")).containsExactly("17");
    assertThat(offered(messages, "ichido:backout-retry", "nobank", "")).isEmpty();
  }

  @Test
  void everyArgumentButAUserIsCompleted() {
    Map<Class<?>, Class<?>> missing = new java.util.HashMap<>();
    for (Class<?> command :
        List.of(
            Drain.class,
            Resume.class,
            BackoutList.class,
            BackoutRetry.class,
            ReplyList.class,
            ReplyResend.class,
            TokenList.class,
            TokenShow.class,
            TokenRegister.class,
            Explain.class)) {
      for (Field field : command.getDeclaredFields()) {
        if (field.isAnnotationPresent(Argument.class)
            && !field.getName().equals("user")
            && !field.isAnnotationPresent(Completion.class)) {
          missing.put(command, field.getType());
        }
      }
    }
    assertThat(missing).isEmpty();
  }
}
