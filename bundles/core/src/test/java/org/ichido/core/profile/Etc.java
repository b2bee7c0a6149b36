package org.ichido.core.profile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ichido.api.BankId;
import org.ichido.core.fakes.FactorAsCode;
import org.ichido.core.fakes.FiveFailures;
import org.ichido.core.fakes.KinsanProfile;
import org.ichido.core.fakes.ShippedProfile;

/** A directory like etc, with Kinsan's profile and the files that it names, to be edited. */
final class Etc {
  static final BankId KINSAN = new BankId("kinsan");
  static final String TABLE = "ichido/kinsan/operations.txt";
  static final String MAIL = "ichido/kinsan/mail-issue.txt";

  final BankProfiles profiles = Installed.nothing();
  private final Path directory;

  Etc(Path directory) throws IOException {
    this.directory = directory;
    Installed.with(profiles, new FactorAsCode(), new FiveFailures());
    profiles.drained(List.of());
    write(TABLE, ShippedProfile.text("kinsan", TABLE));
    write(MAIL, ShippedProfile.text("kinsan", MAIL));
    configure(KinsanProfile.values());
  }

  Path path(String name) {
    return directory.resolve(name);
  }

  void write(String name, String text) throws IOException {
    write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  void write(String name, byte[] bytes) throws IOException {
    Files.createDirectories(path(name).getParent());
    Files.write(path(name), bytes);
  }

  /** A table of one row. */
  static String all(String answer) {
    return "operation|stage|token|channel|condition|answer|remark\n*|*|*|*|-|" + answer + "|x\n";
  }

  void configure(Map<String, String> values) {
    Installed.configure(profiles, "org.ichido.bank~kinsan", values, directory);
  }

  String table() {
    return profiles.of(KINSAN).operations().print();
  }
}
