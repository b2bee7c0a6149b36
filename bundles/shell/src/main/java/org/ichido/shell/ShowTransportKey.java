package org.ichido.shell;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.ichido.api.TransportKey;
import org.ichido.api.TransportKeys;
import org.jspecify.annotations.Nullable;

/**
 * Prints the public key for those who encrypt to Ichido, or what two people compare of it. The key
 * and its hash are printed apart, because they must not go the same way.
 */
@Service
@Command(
    scope = "ichido",
    name = "transport-key",
    description = "Says to which public key activation passwords and migrated seeds are encrypted.")
public final class ShowTransportKey extends Listing {
  @Reference(optional = true)
  @Nullable TransportKeys keys;

  @Option(name = "--pem", description = "Prints the public key itself as PEM, and nothing else")
  boolean pem;

  @Override
  void run(Session console, PrintStream out) throws CommandException {
    if (pem && json) {
      throw failed("Say which: --pem or --json.");
    }
    TransportKey key = service(keys, TransportKeys.class).current();
    int bits = key.key().getModulus().bitLength();
    if (pem) {
      out.print(key.pem());
    } else if (json) {
      out.println(
          new Json()
              .text("id", key.id())
              .number("bits", bits)
              .text("sha256", key.sha256())
              .text("pem", key.pem()));
    } else {
      new Table("KEY", key.id())
          .row("algorithm", "RSA of " + bits + " bits, RSAES-OAEP with SHA-256 for hash and MGF1")
          .row("SHA-256", inGroups(key.sha256()))
          .print(out);
      out.println("--pem prints the key. Compare the SHA-256 with its receiver by another way.");
    }
  }

  /** Eight digits at a time are read aloud without losing one's place. */
  private static String inGroups(String hex) {
    return hex.replaceAll("(.{8})(?=.)", "$1 ");
  }
}
