package org.ichido.itests;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles mutants from the product's own sources, before the container starts. */
final class MutantCompiler {
  private final Path bundles;
  private final Path target;
  private final String classPath;

  /**
   * @param bundles the folder of the product's modules
   * @param target where the classes go, a folder for each mutant
   * @param classPath the product and what it is compiled against
   */
  MutantCompiler(Path bundles, Path target, String classPath) {
    this.bundles = bundles;
    this.target = target;
    this.classPath = classPath;
  }

  void compile(Mutant mutant) {
    try {
      Path folder = Files.createDirectories(target.resolve(mutant.classes()));
      Path sources = Files.createTempDirectory("mutant");
      for (Map.Entry<String, String> edited : edited(mutant).entrySet()) {
        Path source = sources.resolve(edited.getKey());
        Files.createDirectories(source.getParent());
        Files.writeString(source, edited.getValue());
      }
      List<Path> files = edited(mutant).keySet().stream().map(sources::resolve).toList();
      compile(mutant.name(), files, folder);
    } catch (IOException e) {
      throw new AssertionError("mutant '" + mutant.name() + "' cannot be made", e);
    }
  }

  private Map<String, String> edited(Mutant mutant) throws IOException {
    Path sources = bundles.resolve(mutant.folder()).resolve("src/main/java");
    Map<String, String> edited = new LinkedHashMap<>();
    for (Mutant.Edit edit : mutant.edits()) {
      String text = edited.get(edit.file());
      if (text == null) {
        text = Files.readString(sources.resolve(edit.file()));
      }
      int at = text.indexOf(edit.from());
      if (at < 0 || text.indexOf(edit.from(), at + 1) >= 0) {
        throw new AssertionError(
            "mutant '%s': %s no longer has, or has twice: %s"
                .formatted(mutant.name(), edit.file(), edit.from()));
      }
      edited.put(edit.file(), text.replace(edit.from(), edit.to()));
    }
    return edited;
  }

  private void compile(String name, List<Path> files, Path to) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> options =
        List.of(
            "--release",
            "17",
            "-proc:none",
            "-parameters",
            "-implicit:none",
            "-cp",
            classPath,
            "-d",
            to.toString());
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  said, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
              .call();
      if (!compiled) {
        throw new AssertionError("mutant '" + name + "' does not compile: " + said);
      }
    }
  }
}
