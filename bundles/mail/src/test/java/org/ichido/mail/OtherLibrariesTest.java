package org.ichido.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import org.ichido.spi.notice.Delivery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a container somebody else may have a mail library too. */
class OtherLibrariesTest {
  @TempDir Path directory;

  /** Names, for each service, a class that is none of ours. */
  private ClassLoader another() throws IOException {
    Path services = Files.writeString(directory.resolve("services"), "another.copy.of.Provider\n");
    return new ClassLoader(null) {
      @Override
      public Enumeration<URL> getResources(String name) throws IOException {
        return name.startsWith("META-INF/services/")
            ? Collections.enumeration(Collections.singleton(services.toUri().toURL()))
            : Collections.emptyEnumeration();
      }
    };
  }

  @Test
  void theCallersClassLoaderDoesNotMatterAndStaysAsItWas() throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    ClassLoader another = another();
    try (ScriptedServer server = new ScriptedServer()) {
      thread.setContextClassLoader(another);

      assertThat(Desk.send(server.port())).isEqualTo(new Delivery.Sent());
      assertThat(thread.getContextClassLoader()).isSameAs(another);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Whatever is wrong with the library in this JVM: the notice waits, and its sender goes on. */
  @Test
  void aLibraryThatDoesNotWorkPostpones() throws Exception {
    String key = "jakarta.mail.util.StreamProvider";
    System.setProperty(key, "no.such.Provider");
    try (ScriptedServer server = new ScriptedServer()) {
      Delivery delivery = Desk.send(server.port());

      assertThat(delivery).isInstanceOf(Delivery.Postponed.class);
      assertThat(Desk.why(delivery)).startsWith("the mail library failed with java.lang.Illegal");
    } finally {
      System.clearProperty(key);
    }
  }
}
