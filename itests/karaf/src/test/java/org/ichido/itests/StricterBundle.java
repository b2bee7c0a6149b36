package org.ichido.itests;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.ichido.itests.stricter.OneFailure;

/** The jar that an administrator would drop in: one rule, its DS description, a higher ranking. */
final class StricterBundle {
  private static final String COMPONENT =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="stricter">
        <property name="service.ranking" type="Integer" value="100"/>
        <service><provide interface="org.ichido.spi.LockoutRule"/></service>
        <implementation class="org.ichido.itests.stricter.OneFailure"/>
      </scr:component>
      """;

  private StricterBundle() {}

  static InputStream jar() throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Bundle-ManifestVersion", "2");
    main.putValue("Bundle-SymbolicName", "org.ichido.itests.stricter");
    main.putValue("Import-Package", "org.ichido.api,org.ichido.spi");
    main.putValue("Service-Component", "OSGI-INF/stricter.xml");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String path = OneFailure.class.getName().replace('.', '/') + ".class";
    try (JarOutputStream jar = new JarOutputStream(bytes, manifest);
        InputStream code = OneFailure.class.getClassLoader().getResourceAsStream(path)) {
      jar.putNextEntry(new JarEntry(path));
      jar.write(code.readAllBytes());
      jar.putNextEntry(new JarEntry("OSGI-INF/stricter.xml"));
      jar.write(COMPONENT.getBytes(StandardCharsets.UTF_8));
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }
}
