package org.ichido.shell;

import java.io.PrintStream;
import java.util.HexFormat;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.ShellUtil;
import org.ichido.api.Actor;
import org.ichido.api.MessageAdministration;
import org.ichido.api.NoAnswer;
import org.ichido.api.RequestId;
import org.ichido.api.RequestKey;
import org.ichido.api.Requester;
import org.jspecify.annotations.Nullable;

/**
 * What all commands share: they print to their session, and what goes wrong is one sentence and an
 * exit code other than 0, never a stack trace.
 *
 * <p>Errors are {@link CommandException}: Karaf knows it by its simple name, prints the message
 * alone and logs it at DEBUG. Any other exception would be logged as an ERROR with its trace.
 */
abstract class IchidoCommand implements Action {
  private static final Requester SHELL = new Requester("shell");

  /** Karaf gives it to every command; it is absent only before the first execution. */
  @Reference @Nullable Session session;

  /**
   * The shell's thread-bound output, which follows a pipe and a redirection. The session's console
   * does not: {@code | grep} would see nothing.
   */
  PrintStream out = System.out;

  /** Does the work, in words on the console. */
  abstract void run(Session console, PrintStream out) throws CommandException;

  @Override
  public final @Nullable Object execute() throws CommandException {
    Session console = present(session, "session of the shell", "Run the command in a Karaf shell.");
    try {
      run(console, out);
    } catch (NoAnswer e) {
      throw failed("No answer, nothing is known to have been decided: " + e.getMessage(), e);
    }
    return null;
  }

  /**
   * A service that may be missing. References are optional because Karaf does not register a
   * command at all, and says nothing, while one of its mandatory references is unmet.
   */
  static <T> T service(@Nullable T service, Class<T> type) throws CommandException {
    return present(
        service,
        "service " + type.getName(),
        "It comes from bundle org.ichido.core; see 'bundle:list', 'scr:list' and 'ichido:status'.");
  }

  /** The service that comes from the transport and not from core. */
  static MessageAdministration messages(@Nullable MessageAdministration service)
      throws CommandException {
    return present(
        service,
        "service " + MessageAdministration.class.getName(),
        "It comes from bundle org.ichido.mq, which needs org.ichido.core; see 'bundle:list',"
            + " 'scr:list' and 'ichido:status'.");
  }

  /**
   * The login comes from the thread's subject. The variable USER of the session will not do:
   * whoever sits at the shell can set it, and the audit would name somebody else.
   */
  static Actor.Administrator administrator() throws CommandException {
    String login = ShellUtil.getCurrentUserName();
    if (login == null) {
      throw failed("Nobody is logged in, so nobody can be named in the audit. Log in first.");
    }
    return typed(() -> new Actor.Administrator(login));
  }

  /** A request of the shell that nobody made before. */
  static RequestKey freshKey(@Nullable RandomGenerator random, int bytes) throws CommandException {
    byte[] name = new byte[bytes];
    service(random, RandomGenerator.class).nextBytes(name);
    return new RequestKey(SHELL, new RequestId(HexFormat.of().formatHex(name)));
  }

  private static <T> T present(@Nullable T value, String what, String hint)
      throws CommandException {
    if (value == null) {
      throw failed("Missing: " + what + ". " + hint);
    }
    return value;
  }

  /** Builds a value from what was typed; its constructor says what is wrong with it. */
  static <T> T typed(Supplier<T> value) throws CommandException {
    try {
      return value.get();
    } catch (IllegalArgumentException e) {
      throw failed("Not accepted: " + e.getMessage() + ".", e);
    }
  }

  static int within(String option, int value, int most) throws CommandException {
    if (value < 1 || value > most) {
      throw failed("Not accepted: %s: 1 to %d, but got %d.".formatted(option, most, value));
    }
    return value;
  }

  static CommandException failed(String sentence) {
    return new CommandException(sentence);
  }

  static CommandException failed(String sentence, Throwable cause) {
    return new CommandException(sentence, cause);
  }
}
