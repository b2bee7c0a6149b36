package org.ichido.cobol;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * GnuCOBOL's compiler, set as a bank's: IBM's dialect, fixed form, every warning there is, and each
 * one an error. The one that is left out wants a scope terminator behind every single ADD.
 */
final class Cobc {
  private static final List<String> FLAGS =
      List.of("-x", "-std=ibm-strict", "-W", "-Wno-terminator", "-Werror");
  private static final Set<String> COMPILED = new HashSet<>();
  private static final Path TARGET = Path.of("cobol").toAbsolutePath();

  private Cobc() {}

  /** What the compiler said, which is nothing if all is in order. */
  record Said(int exit, String words) {}

  /** The program of that name, with the parts that it calls. */
  static Path program(String name) throws IOException, InterruptedException {
    List<Path> sources = new ArrayList<>();
    for (String part : List.of(name, "BANKCARD", "BANKHEAD", "BANKWHY")) {
      sources.add(Sources.PROGRAMS.resolve(part + ".cob"));
    }
    return compiled(name, sources);
  }

  /** A program that a test has written, with the part that reads its cards. */
  static Path written(String name, String source) throws IOException, InterruptedException {
    return compiled(name, List.of(write(name, source), Sources.PROGRAMS.resolve("BANKCARD.cob")));
  }

  /** Once for all tests: what is compiled does not change. */
  private static synchronized Path compiled(String name, List<Path> sources)
      throws IOException, InterruptedException {
    if (!COMPILED.add(name)) {
      return TARGET.resolve(name);
    }
    Said said = compile(name, sources);
    if (said.exit() != 0 || !said.words().isEmpty()) {
      throw new IOException("cobc refuses " + name + ":\n" + said.words());
    }
    return TARGET.resolve(name);
  }

  /** Compiles what a test has written, and says how that went. */
  static Said attempt(String name, String source) throws IOException, InterruptedException {
    return compile(name, List.of(write(name, source)));
  }

  private static Path write(String name, String source) throws IOException {
    Path file = Files.createDirectories(TARGET).resolve(name + ".cob");
    return Files.writeString(file, source, StandardCharsets.US_ASCII);
  }

  private static Said compile(String name, List<Path> sources)
      throws IOException, InterruptedException {
    Files.createDirectories(TARGET);
    List<String> command = new ArrayList<>(List.of("cobc"));
    command.addAll(FLAGS);
    command.addAll(List.of("-I", Sources.COPYBOOKS.toString()));
    command.addAll(List.of("-I", Sources.PROGRAMS.toString()));
    command.addAll(List.of("-o", TARGET.resolve(name).toString()));
    sources.forEach(source -> command.add(source.toString()));
    Process cobc;
    try {
      cobc =
          new ProcessBuilder(command).directory(TARGET.toFile()).redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new IOException("the profile peers needs cobc (Debian: gnucobol4)", e);
    }
    cobc.getOutputStream().close();
    String words = new String(cobc.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(cobc.waitFor(), words.strip());
  }
}
