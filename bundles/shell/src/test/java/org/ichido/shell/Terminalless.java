package org.ichido.shell;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Principal;
import java.security.PrivilegedExceptionAction;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.apache.karaf.shell.api.console.History;
import org.apache.karaf.shell.api.console.Registry;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.apache.karaf.shell.api.console.Terminal;

/**
 * A session of the shell without a terminal: it keeps what is printed and types what it was told.
 */
final class Terminalless implements Session {
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream console = new PrintStream(printed, true, StandardCharsets.UTF_8);
  private final Map<String, Object> variables = new HashMap<>();
  private Path directory = Path.of("/");
  private String answer;
  Character maskOfTheLastQuestion;

  /** What a person will type when asked. */
  Terminalless typing(String text) {
    answer = text;
    return this;
  }

  Terminalless in(Path dir) {
    directory = dir;
    return this;
  }

  /** Runs a command as the shell does for somebody who is logged in. */
  String run(IchidoCommand command, String login) throws Exception {
    command.session = this;
    command.out = console;
    Subject subject =
        new Subject(true, Set.<Principal>of(new UserPrincipal(login)), Set.of(), Set.of());
    try {
      Subject.doAs(subject, (PrivilegedExceptionAction<Object>) command::execute);
    } catch (java.security.PrivilegedActionException e) {
      throw e.getException();
    }
    return printed();
  }

  /** Runs a command for nobody. */
  String run(IchidoCommand command) throws Exception {
    command.session = this;
    command.out = console;
    command.execute();
    return printed();
  }

  String printed() {
    return printed.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  @Override
  public String readLine(String prompt, Character mask) {
    if (answer == null) {
      throw new UnsupportedOperationException();
    }
    maskOfTheLastQuestion = mask;
    console.println(prompt);
    return answer;
  }

  @Override
  public PrintStream getConsole() {
    return console;
  }

  @Override
  public Path currentDir() {
    return directory;
  }

  @Override
  public void currentDir(Path path) {
    directory = path;
  }

  @Override
  public Object get(String name) {
    return variables.get(name);
  }

  @Override
  public void put(String name, Object value) {
    variables.put(name, value);
  }

  @Override
  public Object execute(CharSequence commandLine) {
    throw new UnsupportedOperationException();
  }

  @Override
  public InputStream getKeyboard() {
    return InputStream.nullInputStream();
  }

  @Override
  public Terminal getTerminal() {
    throw new UnsupportedOperationException();
  }

  @Override
  public History getHistory() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Registry getRegistry() {
    throw new UnsupportedOperationException();
  }

  @Override
  public SessionFactory getFactory() {
    throw new UnsupportedOperationException();
  }

  @Override
  public String resolveCommand(String name) {
    return name;
  }

  @Override
  public void close() {}

  @Override
  public void run() {}
}
