package org.ichido.itests;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A jar that somebody drops into the container, put together by the test. */
final class BuiltBundle {
  private final Manifest manifest = new Manifest();
  private final Map<String, byte[]> entries = new LinkedHashMap<>();
  private final List<String> components = new ArrayList<>();

  /** A bundle of the test's own. */
  static BuiltBundle named(String symbolicName) {
    BuiltBundle bundle = new BuiltBundle();
    bundle
        .header("Bundle-ManifestVersion", "2")
        .header("Bundle-SymbolicName", symbolicName)
        .header("Bundle-Version", "1.0.0");
    bundle.manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    return bundle;
  }

  /** A bundle as it is, to be changed. */
  static BuiltBundle copyOf(Path file) throws IOException {
    BuiltBundle bundle = new BuiltBundle();
    try (JarFile jar = new JarFile(file.toFile())) {
      bundle.manifest.getMainAttributes().putAll(jar.getManifest().getMainAttributes());
      for (JarEntry entry : jar.stream().toList()) {
        if (!entry.getName().equals(JarFile.MANIFEST_NAME)) {
          bundle.entries.put(entry.getName(), jar.getInputStream(entry).readAllBytes());
        }
      }
    }
    return bundle;
  }

  BuiltBundle header(String name, String value) {
    manifest.getMainAttributes().putValue(name, value);
    return this;
  }

  /**
   * @param type the name of a class; it is not loaded here, or this bundle would be wired to all
   *     that the class is made of, and be refreshed with it
   */
  BuiltBundle with(String type) throws IOException {
    String path = type.replace('.', '/') + ".class";
    try (InputStream code = BuiltBundle.class.getClassLoader().getResourceAsStream(path)) {
      entries.put(path, code.readAllBytes());
    }
    return this;
  }

  /**
   * A class as a component, as the annotations would describe it.
   *
   * @param type the name of the class
   * @param body the XML between implementation and the end
   */
  BuiltBundle component(String type, int ranking, String provides, String body) throws IOException {
    String path = "OSGI-INF/" + type + ".xml";
    String xml =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="%s">
          <property name="service.ranking" type="Integer" value="%d"/>
          <service><provide interface="%s"/></service>
          %s
          <implementation class="%s"/>
        </scr:component>
        """
            .formatted(type, ranking, provides, body, type);
    entries.put(path, xml.getBytes(StandardCharsets.UTF_8));
    components.add(path);
    header("Service-Component", String.join(",", components));
    return with(type);
  }

  InputStream jar() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        jar.putNextEntry(new JarEntry(entry.getKey()));
        jar.write(entry.getValue());
      }
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }

  Path writeTo(Path file) throws IOException {
    Files.write(file, jar().readAllBytes());
    return file;
  }
}
