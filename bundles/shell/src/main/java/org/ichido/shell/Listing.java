package org.ichido.shell;

import org.apache.karaf.shell.api.action.Option;

/** A command that only looks: it prints for people, or one JSON document for programs. */
abstract class Listing extends IchidoCommand {
  @Option(name = "--json", description = "Prints one JSON document instead of a table")
  boolean json;
}
