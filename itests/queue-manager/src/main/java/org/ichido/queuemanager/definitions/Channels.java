package org.ichido.queuemanager.definitions;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.ichido.queuemanager.wire.Reason;
import org.ichido.queuemanager.wire.Refusal;

/**
 * The channels, by name. As long as none is defined, every name is a server connection, with or
 * without TLS. Thread-safe.
 */
public final class Channels {
  private final Map<String, ChannelDefinition> channels = new ConcurrentHashMap<>();

  /**
   * @param channel replaces the one with its name
   */
  public void define(ChannelDefinition channel) {
    channels.put(channel.name(), channel);
  }

  /**
   * @param name that a client asks for
   * @param session of its socket; none if it is not TLS
   * @return the channel
   * @throws Refusal 2540, 2539 or 2397
   */
  public ChannelDefinition start(String name, Optional<SSLSession> session) throws Refusal {
    if (channels.isEmpty()) {
      return ChannelDefinition.forClients(name);
    }
    ChannelDefinition channel = channels.get(name);
    if (channel == null) {
      throw new Refusal(Reason.UNKNOWN_CHANNEL);
    }
    if (!channel.forClients()) {
      throw new Refusal(Reason.CHANNEL_CONFIGURATION_ERROR);
    }
    if (!channel.cipher().allows(session) || (channel.needsCertificate() && isAnonymous(session))) {
      throw new Refusal(Reason.TLS_ERROR);
    }
    return channel;
  }

  private static boolean isAnonymous(Optional<SSLSession> session) {
    if (session.isEmpty()) {
      return false;
    }
    try {
      return session.get().getPeerCertificates().length == 0;
    } catch (SSLPeerUnverifiedException e) {
      return true;
    }
  }
}
