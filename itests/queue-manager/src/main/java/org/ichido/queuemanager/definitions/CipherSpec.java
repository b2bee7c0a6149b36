package org.ichido.queuemanager.definitions;

import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSession;

/**
 * What TLS a channel needs, by the name that MQSC has for it: one suite, or any of a version.
 *
 * @param name such as {@code ANY_TLS12_OR_HIGHER}; blank is no TLS
 */
public record CipherSpec(String name) {
  /** No TLS. */
  public static final CipherSpec NONE = new CipherSpec("");

  private static final String TLS12 = "TLSv1.2";
  private static final String TLS13 = "TLSv1.3";

  /**
   * @param session of the socket; none if it is not TLS
   * @return whether a channel with this setting may start on it
   */
  public boolean allows(Optional<SSLSession> session) {
    if (name.isBlank() || session.isEmpty()) {
      return name.isBlank() && session.isEmpty();
    }
    String protocol = session.get().getProtocol();
    return switch (name) {
      case "ANY_TLS12_OR_HIGHER" -> List.of(TLS12, TLS13).contains(protocol);
      case "ANY_TLS12" -> protocol.equals(TLS12);
      case "ANY_TLS13", "ANY_TLS13_OR_HIGHER" -> protocol.equals(TLS13);
      default -> session.get().getCipherSuite().equals(suite());
    };
  }

  /**
   * The name that Java has for a suite: {@code ECDHE_RSA_AES…} is {@code TLS_ECDHE_RSA_WITH_AES…}.
   */
  private String suite() {
    return name.startsWith("ECDHE_")
        ? "TLS_" + name.replaceFirst("_(RSA|ECDSA)_", "_$1_WITH_")
        : name;
  }
}
