package org.ichido.itests;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import java.util.Set;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;

/** Karaf's shell as somebody with a role has it: the real commands, checked by the real roles. */
final class Shell {
  private final SessionFactory factory;
  private final String role;

  Shell(SessionFactory factory, String role) {
    this.factory = factory;
    this.role = role;
  }

  /**
   * @return what the command printed
   * @throws Exception what the command failed with
   */
  String run(String command) throws Exception {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    Subject subject =
        new Subject(
            true,
            Set.<Principal>of(new UserPrincipal("vera"), new RolePrincipal(role)),
            Set.of(),
            Set.of());
    Session session = factory.create(new ByteArrayInputStream(new byte[0]), out, out);
    try {
      Subject.doAs(subject, (PrivilegedExceptionAction<Object>) () -> session.execute(command));
    } catch (PrivilegedActionException e) {
      throw e.getException();
    } finally {
      session.close();
    }
    return printed.toString(StandardCharsets.UTF_8);
  }
}
