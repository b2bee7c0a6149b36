package org.ichido.queuemanager.definitions;

import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/** What a client showed when its socket began. */
public final class Peer {
  private final Optional<SSLSession> session;

  /**
   * @param session of the socket; none if it is not TLS
   */
  public Peer(Optional<SSLSession> session) {
    this.session = session;
  }

  /**
   * @return of the socket; none if it is not TLS
   */
  public Optional<SSLSession> session() {
    return session;
  }

  /**
   * @return the name in its certificate, if it showed one
   */
  public Optional<DistinguishedName> name() {
    return certificate().map(c -> DistinguishedName.of(c.getSubjectX500Principal().getName()));
  }

  /**
   * @return the name of whom its certificate is by
   */
  public Optional<DistinguishedName> issuer() {
    return certificate().map(c -> DistinguishedName.of(c.getIssuerX500Principal().getName()));
  }

  private Optional<X509Certificate> certificate() {
    if (session.isEmpty()) {
      return Optional.empty();
    }
    try {
      Certificate[] chain = session.get().getPeerCertificates();
      return chain.length > 0 && chain[0] instanceof X509Certificate own
          ? Optional.of(own)
          : Optional.empty();
    } catch (SSLPeerUnverifiedException none) {
      return Optional.empty();
    }
  }
}
