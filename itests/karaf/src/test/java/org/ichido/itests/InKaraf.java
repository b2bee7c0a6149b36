package org.ichido.itests;

import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;
import static org.ops4j.pax.exam.CoreOptions.systemTimeout;
import static org.ops4j.pax.exam.CoreOptions.vmOptions;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.ops4j.pax.exam.Option;

/** How a test puts the distribution into a container: as it is shipped, on free ports. */
final class InKaraf {
  private static final int STARTUP = 60_000;

  private InKaraf() {}

  static Option distribution() {
    String work = property("ichido.work");
    return composite(
        karafDistributionConfiguration()
            .frameworkUrl("file:" + property("ichido.distribution"))
            .unpackDirectory(new File(work, "exam"))
            .useDeployFolder(false),
        keepRuntimeFolder(),
        configureConsole().ignoreLocalConsole(),
        systemTimeout(STARTUP),
        // Pax Exam's own bundles are not in the distribution, which fetches nothing.
        editConfigurationFilePut(
            "etc/org.ops4j.pax.url.mvn.cfg",
            "org.ops4j.pax.url.mvn.localRepository",
            property("ichido.repository")),
        bundle("file:" + property("ichido.simulators")),
        systemProperty("ichido.evidence").value(property("ichido.evidence")),
        vmOptions(KarafJvm.options(property("karaf.version"))));
  }

  static Option freePorts() {
    return composite(
        editConfigurationFilePut("etc/org.apache.karaf.shell.cfg", "sshPort", freePort()),
        editConfigurationFilePut(
            "etc/org.apache.karaf.management.cfg", "rmiRegistryPort", freePort()),
        editConfigurationFilePut(
            "etc/org.apache.karaf.management.cfg", "rmiServerPort", freePort()),
        editConfigurationFilePut("etc/org.ichido.broker.cfg", "port", freePort()));
  }

  static String property(String name) {
    String value = System.getProperty(name);
    if (value == null) {
      throw new IllegalStateException("run by Maven, which sets " + name);
    }
    return value;
  }

  private static String freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return Integer.toString(socket.getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
