package org.ichido.queuemanager.definitions;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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
   * @param peer what it showed
   * @return the channel
   * @throws Refusal 2540, 2539 or 2397
   */
  public ChannelDefinition start(String name, Peer peer) throws Refusal {
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
    if (!channel.cipher().allows(peer.session()) || !mayCome(channel, peer)) {
      throw new Refusal(Reason.TLS_ERROR);
    }
    return channel;
  }

  private static boolean mayCome(ChannelDefinition channel, Peer peer) {
    if (peer.session().isEmpty()) {
      return true;
    }
    Optional<DistinguishedName> name = peer.name();
    if (name.isEmpty()) {
      return !channel.needsCertificate() && channel.peer().isBlank();
    }
    return channel.peer().isBlank() || DistinguishedName.of(channel.peer()).matches(name.get());
  }

  /**
   * @param name of a channel
   * @return the channel, if there is one
   */
  public Optional<ChannelDefinition> find(String name) {
    return Optional.ofNullable(channels.get(name));
  }
}
