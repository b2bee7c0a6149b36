package org.ichido.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.ichido.bench.echo.Echo;

/** The echo as a jar for the {@code deploy} folder of a server. */
final class EchoBundle {
  private static final String COMPONENT =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="echo"
          immediate="true" init="2" activate="activate" deactivate="deactivate">
        <property name="sessions" type="Integer" value="%d"/>
        <reference name="connections" interface="javax.jms.ConnectionFactory"
            target="(name=%s)" parameter="0"/>
        <implementation class="org.ichido.bench.echo.Echo"/>
      </scr:component>
      """;

  private EchoBundle() {}

  /**
   * @param factory the name of the connection factory of the listener that it is compared with
   * @param sessions as many as that listener has
   */
  static void write(Path jar, String factory, int sessions) throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Bundle-ManifestVersion", "2");
    main.putValue("Bundle-SymbolicName", "org.ichido.bench.echo");
    main.putValue("Import-Package", "javax.jms");
    main.putValue("Service-Component", "OSGI-INF/echo.xml");
    String path = Echo.class.getName().replace('.', '/') + ".class";
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
        InputStream code = Echo.class.getClassLoader().getResourceAsStream(path)) {
      if (code == null) {
        throw new IOException("no " + path + " on the class path");
      }
      out.putNextEntry(new JarEntry(path));
      code.transferTo(out);
      out.putNextEntry(new JarEntry("OSGI-INF/echo.xml"));
      out.write(COMPONENT.formatted(sessions, factory).getBytes(StandardCharsets.UTF_8));
    }
  }
}
