package org.ichido.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The JDK's own tool, by which an administrator looks into a keystore or makes keys of his own. */
final class Keytool {
  private final Path keystore;
  private final Path password;

  Keytool(Path keystore, Path password) {
    this.keystore = keystore;
    this.password = password;
  }

  /**
   * @param words the command and its options, but for the keystore and its password
   * @return what it printed; it must have succeeded
   */
  String run(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(words));
    command.addAll(List.of("-keystore", keystore.toString(), "-storetype", "PKCS12"));
    command.addAll(List.of("-storepass:file", password.toString(), "-J-Duser.language=en"));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    return printed;
  }
}
