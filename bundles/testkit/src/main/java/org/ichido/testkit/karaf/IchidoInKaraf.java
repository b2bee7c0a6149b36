package org.ichido.testkit.karaf;

import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.systemTimeout;
import static org.ops4j.pax.exam.CoreOptions.vmOptions;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.replaceConfigurationFile;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URL;
import java.time.Instant;
import java.util.Properties;
import org.ops4j.pax.exam.Option;

/**
 * Options of Pax Exam that start Ichido as it is shipped, in a container of its own. Each method is
 * for the method {@code @Configuration} of a test.
 */
public final class IchidoInKaraf {
  /** In ms; an idle machine needs a third of it. */
  private static final int STARTUP = 60_000;

  private static final String DISTRIBUTION = "ichido.distribution";

  private IchidoInKaraf() {}

  /**
   * The distribution, fresh from its archive and with this test kit in it; SSH, JMX and broker on
   * free ports, so that several may run at once. It is unpacked below {@code target/exam} and stays
   * there, its log in {@code data/log/karaf.log}. Nothing is fetched: Pax Exam's own bundles come
   * from Maven's local repository.
   *
   * @return the option
   * @throws IllegalStateException if the system property {@code ichido.distribution} does not name
   *     the archive {@code ichido-distribution-<version>.tar.gz}
   */
  public static Option distribution() {
    return composite(
        karafDistributionConfiguration()
            .frameworkUrl("file:" + archive())
            .unpackDirectory(new File("target/exam").getAbsoluteFile())
            .useDeployFolder(false),
        keepRuntimeFolder(),
        configureConsole().ignoreLocalConsole(),
        systemTimeout(STARTUP),
        // Pax Exam's own bundles are not in the distribution, which fetches nothing.
        editConfigurationFilePut(
            "etc/org.ops4j.pax.url.mvn.cfg",
            "org.ops4j.pax.url.mvn.localRepository",
            localRepository()),
        freePorts(),
        bundle(thisJar().toString()),
        vmOptions(KarafJvm.options(karafVersion())));
  }

  /**
   * Lets Ichido run on a {@link org.ichido.testkit.clock.DrivenClock}, which the test injects.
   *
   * @param start where it starts
   * @return the option
   */
  public static Option clockAt(Instant start) {
    return editConfigurationFilePut("etc/org.ichido.testkit.clock.cfg", "start", start.toString());
  }

  /**
   * A bank's profile, or whatever else lies in {@code etc}.
   *
   * @param file the file, put into {@code etc} under its own name, such as {@code
   *     org.ichido.bank~kinsan.cfg}
   * @return the option
   */
  public static Option inEtc(File file) {
    if (!file.isFile()) {
      throw new IllegalArgumentException("there is no file " + file.getAbsolutePath());
    }
    return replaceConfigurationFile("etc/" + file.getName(), file.getAbsoluteFile());
  }

  private static Option freePorts() {
    return composite(
        editConfigurationFilePut("etc/org.apache.karaf.shell.cfg", "sshPort", freePort()),
        editConfigurationFilePut(
            "etc/org.apache.karaf.management.cfg", "rmiRegistryPort", freePort()),
        editConfigurationFilePut(
            "etc/org.apache.karaf.management.cfg", "rmiServerPort", freePort()),
        editConfigurationFilePut("etc/org.ichido.broker.cfg", "port", freePort()));
  }

  private static String archive() {
    String archive = System.getProperty(DISTRIBUTION);
    if (archive == null || !new File(archive).isFile()) {
      throw new IllegalStateException(
          "the system property "
              + DISTRIBUTION
              + " must name the archive of the distribution, but is "
              + archive
              + "; Failsafe sets it in the pom, as the test kit's README shows");
    }
    return archive;
  }

  /** Surefire and Failsafe tell it to the JVM of the tests. */
  private static String localRepository() {
    return System.getProperty(
        "localRepository", System.getProperty("user.home") + "/.m2/repository");
  }

  private static URL thisJar() {
    URL jar = IchidoInKaraf.class.getProtectionDomain().getCodeSource().getLocation();
    if (!jar.getPath().endsWith(".jar")) {
      throw new IllegalStateException(
          "the test kit goes into the container as a jar, but runs from "
              + jar
              + ": run the build to the phase package or later");
    }
    return jar;
  }

  private static String karafVersion() {
    Properties properties = new Properties();
    try (InputStream in = IchidoInKaraf.class.getResourceAsStream("distribution.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("karaf.version");
  }

  private static String freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return Integer.toString(socket.getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
