package org.ichido.queuemanager;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A key and its self-signed certificate, made by the JDK's keytool for one test run. */
final class Certificates {
  private static final char[] PASSWORD = "only for this run".toCharArray();

  private final KeyStore keys;

  private Certificates(KeyStore keys) {
    this.keys = keys;
  }

  static Certificates make(Path directory, String name) throws Exception {
    return make(directory, name, "CN=" + name);
  }

  static Certificates make(Path directory, String name, String distinguishedName) throws Exception {
    Path file = directory.resolve(name + ".p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                // Half the time; a test class needs several.
                "-J-XX:TieredStopAtLevel=1",
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-dname",
                distinguishedName,
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD))
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), UTF_8);
    if (keytool.waitFor() != 0) {
      throw new IOException("keytool: " + said);
    }
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD);
    }
    return new Certificates(keys);
  }

  /** Shows the certificate of one, if any, and trusts the others. */
  static SSLContext context(Optional<Certificates> own, List<Certificates> trusted)
      throws GeneralSecurityException, IOException {
    KeyManagerFactory shown = KeyManagerFactory.getInstance("PKIX");
    shown.init(own.isPresent() ? own.get().keys : empty(), PASSWORD);
    KeyStore trust = empty();
    for (Certificates other : trusted) {
      String alias = other.keys.aliases().nextElement();
      trust.setCertificateEntry(alias, other.keys.getCertificate(alias));
    }
    TrustManagerFactory believed = TrustManagerFactory.getInstance("PKIX");
    believed.init(trust);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(shown.getKeyManagers(), believed.getTrustManagers(), null);
    return context;
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }
}
