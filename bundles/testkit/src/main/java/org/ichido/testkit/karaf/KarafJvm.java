package org.ichido.testkit.karaf;

/**
 * What bin/karaf passes to its JVM. Pax Exam passes none of it by itself, and a test should run as
 * the product runs. Paths are relative to the unpacked container.
 */
final class KarafJvm {
  private KarafJvm() {}

  static String[] options(String karafVersion) {
    String specs = "lib/endorsed/org.apache.karaf.specs.";
    return new String[] {
      "-Xmx512m",
      "--add-reads=java.xml=java.logging",
      "--add-exports=java.base/org.apache.karaf.specs.locator=java.xml,ALL-UNNAMED",
      "--patch-module",
      "java.base=" + specs + "locator-" + karafVersion + ".jar",
      "--patch-module",
      "java.xml=" + specs + "java.xml-" + karafVersion + ".jar",
      "--add-opens",
      "java.base/java.security=ALL-UNNAMED",
      "--add-opens",
      "java.base/java.net=ALL-UNNAMED",
      "--add-opens",
      "java.base/java.lang=ALL-UNNAMED",
      "--add-opens",
      "java.base/java.util=ALL-UNNAMED",
      "--add-opens",
      "java.naming/javax.naming.spi=ALL-UNNAMED",
      "--add-opens",
      "java.rmi/sun.rmi.transport.tcp=ALL-UNNAMED",
      "--add-exports=java.base/sun.net.www.protocol.file=ALL-UNNAMED",
      "--add-exports=java.base/sun.net.www.protocol.ftp=ALL-UNNAMED",
      "--add-exports=java.base/sun.net.www.protocol.http=ALL-UNNAMED",
      "--add-exports=java.base/sun.net.www.protocol.https=ALL-UNNAMED",
      "--add-exports=java.base/sun.net.www.protocol.jar=ALL-UNNAMED",
      "--add-exports=java.base/sun.net.www.content.text=ALL-UNNAMED",
      "--add-exports=jdk.xml.dom/org.w3c.dom.html=ALL-UNNAMED",
      "--add-exports=jdk.naming.rmi/com.sun.jndi.url.rmi=ALL-UNNAMED",
      "--add-exports=java.rmi/sun.rmi.registry=ALL-UNNAMED",
      "--add-exports=java.security.sasl/com.sun.security.sasl=ALL-UNNAMED",
      "--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED"
    };
  }
}
