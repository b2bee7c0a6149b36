package org.ichido.itests;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.ops4j.pax.exam.CoreOptions;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.karaf.options.KarafDistributionOption;

/**
 * A real mail server in the JVM that starts the container: not in it, where its mail library would
 * have to be beside ours. It ends with that JVM.
 */
final class MailServer {
  static final String SMTP = "ichido.mail.smtp";
  static final String POP3 = "ichido.mail.pop3";

  private MailServer() {}

  /** Starts it, and tells the container its ports; its mail goes there from the start. */
  static Option inUse() {
    GreenMail server = start();
    return CoreOptions.composite(
        ports(server),
        KarafDistributionOption.editConfigurationFilePut(
            "etc/org.ichido.mail.cfg", "port", Integer.toString(server.getSmtp().getPort())));
  }

  /** Starts it, and tells the container its ports. */
  static Option started() {
    return ports(start());
  }

  private static GreenMail start() {
    GreenMail server =
        new GreenMail(
            new ServerSetup[] {
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_POP3)
            });
    server.start();
    return server;
  }

  private static Option ports(GreenMail server) {
    return CoreOptions.composite(
        CoreOptions.systemProperty(SMTP).value(Integer.toString(server.getSmtp().getPort())),
        CoreOptions.systemProperty(POP3).value(Integer.toString(server.getPop3().getPort())));
  }
}
