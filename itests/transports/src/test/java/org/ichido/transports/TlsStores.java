package org.ichido.transports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A key and its self-signed certificate, and the files that a server of Ichido has of such. */
final class TlsStores {
  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final char[] NONE = {};

  private final String name;
  private final KeyStore keys;

  private TlsStores(String name, KeyStore keys) {
    this.name = name;
    this.keys = keys;
  }

  static TlsStores of(Path directory, String name) throws Exception {
    Path file = Files.createDirectories(directory).resolve(name + "-made.p12");
    Files.deleteIfExists(file);
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-dname",
                "CN=%s,OU=OTP,O=Example Bank".formatted(name),
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
    return new TlsStores(name, keys);
  }

  /** For a side that shows this certificate and trusts that one. */
  SSLContext trusting(TlsStores other) throws GeneralSecurityException, IOException {
    KeyManagerFactory shown = KeyManagerFactory.getInstance("PKIX");
    shown.init(keys, PASSWORD);
    TrustManagerFactory believed = TrustManagerFactory.getInstance("PKIX");
    believed.init(other.certificateAlone());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(shown.getKeyManagers(), believed.getTrustManagers(), null);
    return context;
  }

  private KeyStore certificateAlone() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry(name, keys.getCertificate(name));
    return store;
  }

  /** The certificate, for others to trust. */
  void writeTrust(Path file) throws GeneralSecurityException, IOException {
    write(certificateAlone(), PASSWORD, file);
  }

  /**
   * Key and certificate without a password, as {@code openssl pkcs12 -export -certpbe NONE -nomac
   * -passout pass:} writes them.
   */
  void writeKeys(Path file) throws GeneralSecurityException, IOException {
    KeyStore open = KeyStore.getInstance("PKCS12");
    open.load(null, null);
    Key key = keys.getKey(name, PASSWORD);
    open.setKeyEntry(name, key, NONE, keys.getCertificateChain(name));
    System.setProperty("keystore.pkcs12.certProtectionAlgorithm", "NONE");
    System.setProperty("keystore.pkcs12.macAlgorithm", "NONE");
    try {
      write(open, NONE, file);
    } finally {
      System.clearProperty("keystore.pkcs12.certProtectionAlgorithm");
      System.clearProperty("keystore.pkcs12.macAlgorithm");
    }
  }

  private static void write(KeyStore store, char[] password, Path file)
      throws GeneralSecurityException, IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    try (OutputStream out = Files.newOutputStream(beside)) {
      store.store(out, password);
    }
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
