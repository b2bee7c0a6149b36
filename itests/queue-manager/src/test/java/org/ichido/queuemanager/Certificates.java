package org.ichido.queuemanager;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A key and its self-signed certificate, made for one test run. */
final class Certificates {
  private static final char[] PASSWORD = "only for this run".toCharArray();

  private final KeyStore keys;

  private Certificates(KeyStore keys) {
    this.keys = keys;
  }

  static Certificates make(String name) throws GeneralSecurityException, IOException {
    return make(name, "CN=" + name);
  }

  static Certificates make(String alias, String distinguishedName)
      throws GeneralSecurityException, IOException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair pair = generator.generateKeyPair();
    KeyStore keys = empty();
    Certificate[] chain = {SelfSigned.of(pair, distinguishedName)};
    keys.setKeyEntry(alias, pair.getPrivate(), PASSWORD, chain);
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
